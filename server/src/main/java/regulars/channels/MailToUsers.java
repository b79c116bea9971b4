package regulars.channels;

import org.springframework.stereotype.Component;
import regulars.access.SystemMail;

/** Letters of the product itself leave as test mails do: they need nobody's consent. */
@Component
class MailToUsers implements SystemMail {
    private final Mailer mailer;

    MailToUsers(Mailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public void send(String to, String subject, String text) {
        mailer.send(to, OutgoingMail.of(subject, null, text));
    }
}
