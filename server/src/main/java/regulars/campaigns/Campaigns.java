package regulars.campaigns;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.channels.Delivery;
import regulars.channels.NewSending;
import regulars.channels.SendQueue;
import regulars.content.Templates;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import regulars.segments.Segments;
import regulars.work.Jobs;

/** One message to one segment, from the first draft to the last mail. Safe for use by several threads. */
@Service
public class Campaigns {
    /** What the send gate calls us by. */
    static final String KIND = "campaign";

    private final CampaignStore store;
    private final CampaignChecks checks;
    private final Templates templates;
    private final Segments segments;
    private final SendQueue queue;
    private final Jobs jobs;
    private final InstantSource clock;

    Campaigns(
            CampaignStore store,
            CampaignChecks checks,
            Templates templates,
            Segments segments,
            SendQueue queue,
            Jobs jobs,
            InstantSource clock) {
        this.store = store;
        this.checks = checks;
        this.templates = templates;
        this.segments = segments;
        this.queue = queue;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Transactional
    public CampaignView create(CampaignDraft draft, Actor author) {
        requireParts(draft);
        var now = clock.instant();
        var id = Ids.next(now);
        store.insert(id, draft, author.toString(), now);
        return get(id);
    }

    /**
     * Changes a draft.
     *
     * @param base the version it was made from; a later one by somebody else is not overwritten
     */
    @Transactional
    public CampaignView change(UUID id, int base, CampaignDraft draft) {
        var current = get(id);
        requireParts(draft);
        if (current.state() != CampaignState.DRAFT) throw wrongState(current, CampaignState.DRAFT);
        if (!store.change(id, base, draft, clock.instant()))
            throw new Fault(
                            CampaignsFault.CAMPAIGN_CHANGED,
                            "Campaign " + id + " was changed by somebody else since version " + base
                                    + ": load it again.")
                    .with("version", current.version());
        return get(id);
    }

    private void requireParts(CampaignDraft draft) {
        if (draft.segmentId() != null) segments.get(draft.segmentId());
        if (draft.templateId() != null) templates.get(draft.templateId());
    }

    public CampaignView get(UUID id) {
        return store.find(id)
                .orElseThrow(() ->
                        new Fault(CampaignsFault.CAMPAIGN_NOT_FOUND, "There is no campaign " + id + ".").at("id", id));
    }

    public List<CampaignView> page(@Nullable UUID after, @Nullable CampaignState state, int limit) {
        return store.page(after, state, limit);
    }

    public CampaignCheck check(UUID id) {
        return checks.check(get(id));
    }

    /** Starts the campaign, or puts it on the calendar when its time is to come. Once started, again changes nothing. */
    @Transactional
    public CampaignView launch(UUID id, Actor actor) {
        var campaign = get(id);
        if (campaign.state().launched() || campaign.state() == CampaignState.SCHEDULED) return campaign;
        var blocking = checks.problems(campaign).stream()
                .filter(CampaignProblem::blocking)
                .toList();
        if (!blocking.isEmpty())
            throw new Fault(
                            CampaignsFault.CAMPAIGN_NOT_READY,
                            "Campaign " + id + " cannot be launched: "
                                    + blocking.getFirst().code() + ". Look at its check page.")
                    .with(
                            "problems",
                            blocking.stream().map(CampaignProblem::code).toList());
        var sendAt = campaign.draft().sendAt();
        if (sendAt != null && sendAt.isAfter(clock.instant())) move(campaign, CampaignState.SCHEDULED);
        else start(id, actor);
        return get(id);
    }

    /** Fixes the template's version and hands the rest to a durable job. */
    @Transactional
    public void start(UUID id, Actor actor) {
        var campaign = get(id);
        move(campaign, CampaignState.LAUNCHING);
        var template = campaign.draft().templateId();
        if (template == null)
            throw new Fault(CampaignsFault.CAMPAIGN_NOT_READY, "Campaign " + id + " has no template.");
        store.fixTemplate(id, templates.get(template).version());
        var delivery = campaign.draft().atMostOnce() ? Delivery.AT_MOST_ONCE : Delivery.AT_LEAST_ONCE;
        queue.open(new NewSending(id, KIND, campaign.draft().name(), checks.purpose(campaign), delivery, null));
        var job = jobs.submit(LaunchJob.KIND, Map.of("campaignId", id.toString()), actor);
        store.launchedBy(id, job, clock.instant());
    }

    /** Takes a scheduled campaign back to the desk. */
    @Transactional
    public CampaignView unschedule(UUID id) {
        return move(get(id), CampaignState.DRAFT);
    }

    @Transactional
    public CampaignView pause(UUID id) {
        var paused = move(get(id), CampaignState.PAUSED);
        queue.pause(id);
        return paused;
    }

    /** Goes on. After a stop by its own template, with the template as it is now: that is what was repaired. */
    @Transactional
    public CampaignView resume(UUID id) {
        var campaign = get(id);
        var template = campaign.draft().templateId();
        if (campaign.state() == CampaignState.STOPPED && template != null)
            store.fixTemplate(id, templates.get(template).version());
        move(campaign, CampaignState.SENDING);
        queue.resume(id);
        return get(id);
    }

    /** Whoever has not got it yet will not; there is no way back. */
    @Transactional
    public CampaignView cancel(UUID id) {
        var campaign = get(id);
        var cancelled = move(campaign, CampaignState.CANCELLED);
        if (campaign.state().launched()) queue.cancel(id);
        if (campaign.state() == CampaignState.LAUNCHING && campaign.jobId() != null) jobs.cancel(campaign.jobId());
        return cancelled;
    }

    private CampaignView move(CampaignView campaign, CampaignState to) {
        if (campaign.state() == to) return campaign;
        if (!store.move(campaign.id(), to, clock.instant())) throw wrongState(get(campaign.id()), to);
        return get(campaign.id());
    }

    private static Fault wrongState(CampaignView campaign, CampaignState wanted) {
        return new Fault(
                        CampaignsFault.CAMPAIGN_STATE,
                        "Campaign " + campaign.id() + " is " + campaign.state().code() + " and cannot become "
                                + wanted.code() + ".")
                .with("state", campaign.state().code())
                .with("wanted", wanted.code());
    }
}
