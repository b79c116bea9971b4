package regulars.forms;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import regulars.access.Organisations;
import regulars.access.ServerAddress;
import regulars.channels.Composition;
import regulars.channels.MessageSource;
import regulars.channels.OutgoingMail;
import regulars.channels.QueuedMessage;

/** The letter that asks an address to confirm: short, without pictures, with one link to a page with one button. */
@Component
class ConfirmationMail implements MessageSource {
    private final Confirmations confirmations;
    private final ConfirmationStore store;
    private final Organisations organisations;
    private final ServerAddress address;

    ConfirmationMail(
            Confirmations confirmations, ConfirmationStore store, Organisations organisations, ServerAddress address) {
        this.confirmations = confirmations;
        this.store = store;
        this.organisations = organisations;
        this.address = address;
    }

    @Override
    public String kind() {
        return Confirmations.KIND;
    }

    @Override
    public List<Composition> compose(UUID sendingId, List<QueuedMessage> batch) {
        var asked = store.find(sendingId).flatMap(confirmations::asked).orElse(null);
        if (asked == null)
            return batch.stream()
                    .<Composition>map(_ -> new Composition.NotComposed("the person was erased"))
                    .toList();
        var language = asked.visit().language();
        var company = organisations.get().company();
        var title = asked.definition().text(asked.definition().title(), language);
        var link = base() + "/fc/" + confirmations.token(sendingId);
        var text = FormHtml.TEXTS
                .text(language, "letter.text")
                .replace("{company}", company)
                .replace("{title}", title)
                .replace("{link}", link);
        var subject = oneLine(FormHtml.TEXTS.text(language, "letter.subject").replace("{company}", company));
        return batch.stream()
                .<Composition>map(_ -> new Composition.Composed(OutgoingMail.of(subject, null, text)))
                .toList();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private String base() {
        return address.publicUrl().toString().replaceAll("/$", "");
    }
}
