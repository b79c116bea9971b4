package regulars.access;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import regulars.kernel.Fault;

/** Brings an invitation by mail, in the organisation's language. */
@Component
class InvitationLetter {
    private final ObjectProvider<SystemMail> mail;
    private final Organisations organisations;

    InvitationLetter(ObjectProvider<SystemMail> mail, Organisations organisations) {
        this.mail = mail;
        this.organisations = organisations;
    }

    /** Why it did not leave; null when the mail server took it. The invitation stands either way. */
    @Nullable
    String send(Invitations.Invited invited) {
        var organisation = organisations.get();
        var texts = ResourceBundle.getBundle(
                "messages.access",
                Locale.forLanguageTag(organisation.language()),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        var company = organisation.company().isBlank() ? "Regulars" : organisation.company();
        var text = texts.getString("invitation.text")
                .replace("{company}", company)
                .replace("{link}", invited.link().toString())
                .replace("{days}", Long.toString(Invitations.VALID.toDays()));
        try {
            mail.getObject()
                    .send(invited.email(), texts.getString("invitation.subject").replace("{company}", company), text);
            return null;
        } catch (Fault fault) {
            return fault.getMessage();
        }
    }
}
