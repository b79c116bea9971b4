package regulars.channels;

import static regulars.channels.ChannelsFault.MAIL_ADDRESS_INVALID;
import static regulars.channels.ChannelsFault.MAIL_PASSWORD_NEEDED;
import static regulars.channels.ChannelsFault.MAIL_SETTINGS_INVALID;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.channels.MailSettings.MailServer;
import regulars.channels.MailSettings.Security;
import regulars.channels.SendingController.SendingSettingsChange;
import regulars.channels.SendingController.SmtpSettingsChange;
import regulars.customers.Emails;
import regulars.kernel.Fault;

/** Makes settings of what a person entered, or says which field is wrong. */
@Component
class SettingsCheck {
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}.:-]{1,253}");
    private static final int LONGEST_NAME = 200;
    private static final int MOST_CONNECTIONS = DuplicateWindow.LIMIT;

    MailSettings merged(SendingSettingsChange change, MailSettings before) {
        var server = server(change, before.server());
        var from = blank(change.fromAddress()) ? SettingsStore.NOBODY : address("fromAddress", change.fromAddress());
        if (server != null && from.equals(SettingsStore.NOBODY)) {
            throw invalid("fromAddress", null, "A mail server needs the address that mail comes from");
        }
        var name = Objects.requireNonNullElse(change.fromName(), "").strip();
        if (name.length() > LONGEST_NAME) throw invalid("fromName", name, "The name is longer than 200 characters");
        int connections = Objects.requireNonNullElse(change.connections(), before.connections());
        within("connections", connections, 1, MOST_CONNECTIONS);
        if (change.perMinute() != null) within("perMinute", change.perMinute(), 1, 1_000_000);
        if (change.domainPerMinute() != null) within("domainPerMinute", change.domainPerMinute(), 1, 1_000_000);
        if (change.domainConnections() != null)
            within("domainConnections", change.domainConnections(), 1, MOST_CONNECTIONS);
        var domains = new DomainLimits(change.domainPerMinute(), change.domainConnections());
        var replyTo = blank(change.replyTo()) ? null : address("replyTo", change.replyTo());
        return new MailSettings(server, name, from, replyTo, connections, change.perMinute(), domains);
    }

    private static @Nullable MailServer server(SendingSettingsChange change, @Nullable MailServer before) {
        switch (change.server()) {
            case "builtin" -> {
                return null;
            }
            case "smtp" -> {
                var smtp = change.smtp();
                if (smtp == null) throw invalid("smtp", null, "Name the mail server");
                return server(smtp, before);
            }
            default -> throw invalid("server", change.server(), "The server is 'builtin' or 'smtp'");
        }
    }

    private static MailServer server(SmtpSettingsChange smtp, @Nullable MailServer before) {
        var host = smtp.host().strip();
        if (!HOST.matcher(host).matches()) throw invalid("host", host, "This is not the name of a host");
        within("port", smtp.port(), 1, 65_535);
        var entered = Objects.requireNonNullElse(smtp.user(), "").strip();
        var user = entered.isEmpty() ? null : entered;
        return new MailServer(host, smtp.port(), security(smtp.security()), user, password(smtp, host, user, before));
    }

    private static Security security(String code) {
        for (var security : Security.values()) if (security.code().equals(code)) return security;
        throw invalid("security", code.toLowerCase(Locale.ROOT), "The security is none, starttls or tls");
    }

    /** A stored password never goes to another host or user than it was entered for. */
    private static @Nullable String password(
            SmtpSettingsChange smtp, String host, @Nullable String user, @Nullable MailServer before) {
        if (user == null) return null;
        if (smtp.password() != null && !smtp.password().isEmpty()) return smtp.password();
        if (before != null
                && before.host().equals(host)
                && user.equals(before.username())
                && before.password() != null) {
            return before.password();
        }
        throw new Fault(MAIL_PASSWORD_NEEDED, "Enter the password of this user at this server").at("password", null);
    }

    private static String address(String field, @Nullable String address) {
        var stripped = address == null ? "" : address.strip();
        if (!Emails.valid(stripped)) {
            throw new Fault(MAIL_ADDRESS_INVALID, "'" + stripped + "' is not an e-mail address").at(field, stripped);
        }
        return stripped;
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw invalid(field, value, "This is not between " + least + " and " + most);
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Fault invalid(String field, @Nullable Object value, String message) {
        return new Fault(MAIL_SETTINGS_INVALID, message).at(field, value);
    }
}
