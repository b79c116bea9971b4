package regulars.channels;

import static regulars.channels.ChannelsFault.MAIL_ADDRESS_INVALID;
import static regulars.channels.ChannelsFault.MAIL_CONTENT_INVALID;
import static regulars.channels.ChannelsFault.MAIL_OUTCOME_UNKNOWN;
import static regulars.channels.ChannelsFault.MAIL_REFUSED;
import static regulars.channels.ChannelsFault.MAIL_SERVER_UNREACHABLE;

import java.time.InstantSource;
import org.springframework.stereotype.Service;
import regulars.channels.smtp.SmtpConnection;
import regulars.channels.smtp.SmtpOutcome;
import regulars.channels.smtp.SmtpReply;
import regulars.channels.smtp.SmtpUnavailable;
import regulars.customers.Emails;
import regulars.kernel.Fault;
import regulars.kernel.Ids;

/**
 * Sends one mail at once and says what became of it: test mails and mails to our own users. Mail to customers goes
 * through the {@link SendQueue}, where consent is asked.
 */
@Service
public class Mailer {
    private final SendSettings settings;
    private final MailRoute route;
    private final InstantSource clock;

    Mailer(SendSettings settings, MailRoute route, InstantSource clock) {
        this.settings = settings;
        this.route = route;
        this.clock = clock;
    }

    /** Blocks for the dialogue with the server. Answers the server's words of acceptance. */
    public String send(String to, OutgoingMail mail) {
        if (!Emails.valid(to)) {
            throw new Fault(MAIL_ADDRESS_INVALID, "'" + to + "' is not an e-mail address").at("to", to);
        }
        var current = settings.current();
        var ready = assembled(to, mail, current);
        try (var connection = SmtpConnection.open(route.server(current))) {
            return told(connection.send(ready.envelope(), ready.content()));
        } catch (SmtpUnavailable e) {
            throw new Fault(
                            MAIL_SERVER_UNREACHABLE,
                            "The mail server does not take our mail (" + e.getMessage()
                                    + "): check host, port, security, user and password",
                            e)
                    .with("detail", String.valueOf(e.getMessage()));
        }
    }

    private MailAssembly.Ready assembled(String to, OutgoingMail mail, MailSettings current) {
        var now = clock.instant();
        try {
            return MailAssembly.assemble(mail, to, current, Ids.next(now), current.mailDomain(), now);
        } catch (IllegalArgumentException e) {
            throw new Fault(MAIL_CONTENT_INVALID, "The mail cannot be written: " + e.getMessage(), e)
                    .with("detail", String.valueOf(e.getMessage()));
        }
    }

    private static String told(SmtpOutcome outcome) {
        return switch (outcome) {
            case SmtpOutcome.Accepted accepted -> accepted.reply().toString();
            case SmtpOutcome.Refused refused -> throw refused(words(refused.reply()));
            case SmtpOutcome.NotSupported not -> throw refused(not.detail());
            case SmtpOutcome.Interrupted interrupted -> throw refused(interrupted.detail());
            case SmtpOutcome.Unknown unknown ->
                throw new Fault(
                                MAIL_OUTCOME_UNKNOWN,
                                "The connection broke after the mail was given: it may have arrived ("
                                        + unknown.detail() + ")")
                        .with("detail", unknown.detail());
        };
    }

    private static Fault refused(String detail) {
        return new Fault(MAIL_REFUSED, "The mail server refused the mail: " + detail).with("detail", detail);
    }

    private static String words(SmtpReply reply) {
        return reply.toString();
    }
}
