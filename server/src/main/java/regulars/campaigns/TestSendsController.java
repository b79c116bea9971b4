package regulars.campaigns;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import regulars.channels.Mailer;
import regulars.channels.OutgoingMail;
import regulars.content.TemplateDraft;
import regulars.content.TemplatePreviews;
import regulars.content.Templates;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** Mails a draft to one of us, as a chosen customer would get it; no row is kept and no link in it is counted. */
@RestController
@RequestMapping("/api/v1/test-sends")
@Needs(Permission.CAMPAIGNS_EDIT)
class TestSendsController {
    private final Templates templates;
    private final TemplatePreviews previews;
    private final Mailer mailer;

    TestSendsController(Templates templates, TemplatePreviews previews, Mailer mailer) {
        this.templates = templates;
        this.previews = previews;
        this.mailer = mailer;
    }

    @PostMapping
    TestSendResult send(@RequestBody TestSendRequest request) {
        var message = previews.render(templates.compile(request.draft()), request.customerId());
        return new TestSendResult(
                mailer.send(request.to(), OutgoingMail.of(message.subject(), message.html(), message.text())));
    }

    /** The draft as it stands in the editor, and whose eyes to see it with. */
    record TestSendRequest(
            String to, TemplateDraft draft, @Nullable UUID customerId) {}

    /** The mail server's words of acceptance. */
    record TestSendResult(String reply) {}
}
