package regulars.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.access.ServerAddress;
import regulars.customers.Customers;

/** A template as one of the customers would see it; nothing is sent and no link in it works. */
@Service
public class TemplatePreviews {
    private final Templates templates;
    private final MessageModels models;
    private final Customers customers;
    private final ServerAddress address;

    TemplatePreviews(Templates templates, MessageModels models, Customers customers, ServerAddress address) {
        this.templates = templates;
        this.models = models;
        this.customers = customers;
        this.address = address;
    }

    public TemplatePreview preview(TemplateDraft draft, @Nullable UUID customerId) {
        var template = templates.compile(draft);
        var message = render(template, customerId);
        return new TemplatePreview(
                message.subject(),
                message.preheader(),
                message.html(),
                message.text(),
                message.html().getBytes(StandardCharsets.UTF_8).length,
                template.warnings(),
                template.variables().keySet().stream().sorted().toList());
    }

    /** Also what a test send mails: the links of a preview lead to the front page. */
    public RenderedMessage render(CompiledTemplate template, @Nullable UUID customerId) {
        var model = customerId == null ? models.sample() : model(customerId);
        String nowhere = address.publicUrl().toString();
        model.put(ModelNames.UNSUBSCRIBE, nowhere + "/#unsubscribe");
        model.put(ModelNames.VIEW, nowhere + "/#view");
        model.put("campaign", Map.of("name", template.draft().name()));
        return template.render(model, Rendering.untracked(models.currency()));
    }

    private Map<String, Object> model(UUID customerId) {
        int number = customers.find(customerId).number();
        var people = customers.shown(List.of(number));
        return people.isEmpty()
                ? models.sample()
                : models.of(people).values().iterator().next();
    }
}
