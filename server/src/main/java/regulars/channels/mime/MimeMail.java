package regulars.channels.mime;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a mail says, before it is bytes.
 *
 * @param messageId without the angle brackets
 * @param html null for a text-only mail
 */
public record MimeMail(
        Address from,
        Address to,
        @Nullable Address replyTo,
        String subject,
        String text,
        @Nullable String html,
        String messageId,
        Instant date,
        @Nullable URI unsubscribe,
        @Nullable URI unsubscribeMailto,
        @Nullable Address listId,
        Map<String, String> headers) {

    /** A name to show (may be empty) and an address, or in a List-Id an identifier. */
    public record Address(String name, String address) {
        public Address {
            if (address.isEmpty() || address.chars().anyMatch(Address::forbidden))
                throw new InvalidMail("'" + Text.oneLine(address) + "' is not an address");
        }

        private static boolean forbidden(int c) {
            return c <= ' ' || c == 0x7f || c == '<' || c == '>';
        }
    }

    /** A part of the mail cannot be written without changing its meaning or breaking the format. */
    public static final class InvalidMail extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        public InvalidMail(String message) {
            super(message);
        }
    }
}
