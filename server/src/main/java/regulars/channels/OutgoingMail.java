package regulars.channels;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail ready for the wire but for its envelope, Date and Message-ID, which the channel adds.
 *
 * @param from null for the address of the settings
 * @param html null for a text-only mail
 * @param unsubscribe the one-click target, null for service mail
 * @param headers further headers; names and values are checked, line breaks in values are refused
 */
public record OutgoingMail(
        String subject,
        @Nullable String html,
        String text,
        @Nullable Mailbox from,
        @Nullable Mailbox replyTo,
        @Nullable Mailbox to,
        @Nullable Unsubscribe unsubscribe,
        @Nullable ListName list,
        Map<String, String> headers) {
    public OutgoingMail {
        headers = Map.copyOf(headers);
    }

    public static OutgoingMail of(String subject, @Nullable String html, String text) {
        return new OutgoingMail(subject, html, text, null, null, null, null, null, Map.of());
    }

    /** A name to show and an address; in {@link OutgoingMail#to} only the name counts, the address is the envelope's. */
    public record Mailbox(String name, String address) {}

    /** Where one POST ends the mailings (RFC 8058), and optionally a mailto for old readers. */
    public record Unsubscribe(URI oneClick, @Nullable URI mailto) {}

    /** {@code List-Id}: {@code name <id>}; the id looks like a domain name. */
    public record ListName(String name, String id) {}
}
