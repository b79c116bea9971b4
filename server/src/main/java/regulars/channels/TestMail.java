package regulars.channels;

import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;
import regulars.access.Organisations;
import regulars.access.ServerAddress;

/** A short mail to oneself, to see that sending works. */
@Component
class TestMail {
    private final Mailer mailer;
    private final Organisations organisations;
    private final ServerAddress address;

    TestMail(Mailer mailer, Organisations organisations, ServerAddress address) {
        this.mailer = mailer;
        this.organisations = organisations;
        this.address = address;
    }

    String send(String to) {
        var organisation = organisations.get();
        var texts = ResourceBundle.getBundle(
                "messages.channels",
                Locale.forLanguageTag(organisation.language()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var text = texts.getString("test.text")
                .replace("{address}", address.publicUrl().toString());
        return mailer.send(to, OutgoingMail.of(texts.getString("test.subject"), null, text));
    }
}
