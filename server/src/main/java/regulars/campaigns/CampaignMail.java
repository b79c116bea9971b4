package regulars.campaigns;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.access.Organisations;
import regulars.access.ServerAddress;
import regulars.campaigns.links.SignedLinks;
import regulars.channels.Composition;
import regulars.channels.MessageSource;
import regulars.channels.OutgoingMail;
import regulars.channels.OutgoingMail.ListName;
import regulars.channels.OutgoingMail.Mailbox;
import regulars.channels.OutgoingMail.Unsubscribe;
import regulars.channels.QueuedMessage;
import regulars.content.CompiledTemplate;
import regulars.content.MessageModels;
import regulars.content.RenderedMessage;
import regulars.content.Rendering;
import regulars.content.Templates;
import regulars.customers.Customers;
import regulars.customers.Recipient;
import regulars.kernel.Fault;

/** Composes a campaign's messages when the send gate asks for them. */
@Component
class CampaignMail implements MessageSource {
    private final CampaignStore store;
    private final Templates templates;
    private final MessageModels models;
    private final Customers customers;
    private final SignedLinks links;
    private final Organisations organisations;
    private final ServerAddress address;

    CampaignMail(
            CampaignStore store,
            Templates templates,
            MessageModels models,
            Customers customers,
            SignedLinks links,
            Organisations organisations,
            ServerAddress address) {
        this.store = store;
        this.templates = templates;
        this.models = models;
        this.customers = customers;
        this.links = links;
        this.organisations = organisations;
        this.address = address;
    }

    @Override
    public String kind() {
        return Campaigns.KIND;
    }

    @Override
    public List<Composition> compose(UUID sendingId, List<QueuedMessage> batch) {
        var campaign = store.find(sendingId).orElseThrow();
        CompiledTemplate template;
        try {
            template = template(campaign);
        } catch (Fault broken) {
            return batch.stream().<Composition>map(_ -> failed(broken)).toList();
        }
        var people = people(batch.stream().map(QueuedMessage::customerNumber).toList());
        var written = models.of(people.values());
        return batch.stream()
                .map(message -> compose(
                        campaign,
                        template,
                        message,
                        people.get(message.customerNumber()),
                        written.get(message.customerNumber())))
                .toList();
    }

    private Composition compose(
            CampaignView campaign,
            CompiledTemplate template,
            QueuedMessage message,
            @Nullable Recipient person,
            @Nullable Map<String, Object> model) {
        if (person == null || model == null) return new Composition.NotComposed("the customer was erased or merged");
        boolean marketing = template.draft().type().marketing();
        try {
            var rendered = render(campaign, template, model, message.id(), true);
            return new Composition.Composed(mail(campaign, rendered, marketing, person, message));
        } catch (Fault broken) {
            return failed(broken);
        }
    }

    /** The mail of this message again, as it was sent but without the pixel; null when it cannot be made any more. */
    @Nullable
    String again(CampaignView campaign, UUID messageId, int customerNumber) {
        var people = people(List.of(customerNumber));
        var model = models.of(people.values()).get(customerNumber);
        return model == null
                ? null
                : render(campaign, template(campaign), model, messageId, false).html();
    }

    private RenderedMessage render(
            CampaignView campaign,
            CompiledTemplate template,
            Map<String, Object> model,
            UUID messageId,
            boolean tracked) {
        if (template.draft().type().marketing()) model.put("unsubscribe_url", links.unsubscribe(messageId));
        model.put("view_url", links.view(messageId));
        model.put("campaign", Map.of("name", campaign.draft().name()));
        var draft = campaign.draft();
        String pixel = tracked && draft.trackOpens() ? links.open(messageId) : null;
        Rendering.Links clicks = (number, url) -> draft.trackClicks() ? links.click(messageId, number, url) : url;
        return template.render(model, new Rendering(clicks, pixel, models.currency()));
    }

    private OutgoingMail mail(
            CampaignView campaign,
            RenderedMessage rendered,
            boolean marketing,
            Recipient person,
            QueuedMessage message) {
        var draft = campaign.draft();
        var from = draft.fromAddress() == null
                ? null
                : new Mailbox(draft.fromName() == null ? "" : draft.fromName(), draft.fromAddress());
        return new OutgoingMail(
                rendered.subject(),
                rendered.html(),
                rendered.text(),
                from,
                draft.replyTo() == null ? null : new Mailbox("", draft.replyTo()),
                new Mailbox(person.fullName(), message.address()),
                marketing ? new Unsubscribe(URI.create(links.unsubscribe(message.id())), null) : null,
                marketing ? list() : null,
                Map.of());
    }

    private ListName list() {
        String host = address.publicUrl().getHost();
        return new ListName(
                organisations.get().company(),
                "marketing." + (host == null ? "localhost" : host.toLowerCase(Locale.ROOT)));
    }

    private CompiledTemplate template(CampaignView campaign) {
        var id = campaign.draft().templateId();
        var version = campaign.templateVersion();
        if (id == null || version == null)
            throw new Fault(CampaignsFault.CAMPAIGN_NOT_READY, "Campaign " + campaign.id() + " has no template.");
        return templates.compile(id, version);
    }

    private Map<Integer, Recipient> people(List<Integer> numbers) {
        return customers.recipients(numbers).stream().collect(Collectors.toMap(Recipient::number, Function.identity()));
    }

    private static Composition failed(Fault fault) {
        return new Composition.NotComposed(String.valueOf(fault.getMessage()));
    }
}
