package regulars.channels;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How mail leaves this product.
 *
 * @param server null for the built-in mailbox
 * @param fromAddress where nothing is set, an address that cannot exist
 * @param perMinute a node's limit of messages a minute; null for none
 * @param domains the limits of each group of recipient domains
 */
public record MailSettings(
        @Nullable MailServer server,
        String fromName,
        String fromAddress,
        @Nullable String replyTo,
        int connections,
        @Nullable Integer perMinute,
        DomainLimits domains) {

    /** The right side of our Message-IDs. */
    String mailDomain() {
        return EmailAddresses.domain(fromAddress);
    }

    /** A server that takes our mail. {@code password} is clear text: never logged, never returned by the API. */
    public record MailServer(
            String host,
            int port,
            Security security,
            @Nullable String username,
            @Nullable String password) {
        @Override
        public String toString() {
            return host + ":" + port + " (" + security.code() + ")";
        }
    }

    /** How the connection is protected; certificates are always verified. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
