package regulars.campaigns;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import regulars.access.Organisations;
import regulars.campaigns.CampaignReport.ArmFigures;
import regulars.campaigns.CampaignReport.Deliveries;
import regulars.campaigns.CampaignReport.Outcome;
import regulars.campaigns.EffectStore.Side;
import regulars.campaigns.effect.Lift;
import regulars.campaigns.effect.SampleRatio;
import regulars.channels.GateCount;
import regulars.channels.MessageState;
import regulars.channels.Reason;
import regulars.channels.SendQueue;
import regulars.warehouse.Warehouse;

/** The report: the ledger's counts as they stand, responses and orders on the mirror behind a barrier. */
@Service
class CampaignReports {
    private static final Duration BARRIER = Duration.ofSeconds(10);
    static final Set<MessageState> SENT = Set.of(
            MessageState.HANDED_OVER,
            MessageState.ACCEPTED,
            MessageState.REFUSED,
            MessageState.DEFERRED,
            MessageState.UNKNOWN);
    static final Set<MessageState> WAITING = Set.of(MessageState.QUEUED, MessageState.CLAIMED);

    private final CampaignStore store;
    private final SendQueue queue;
    private final EffectStore effects;
    private final Warehouse warehouse;
    private final Organisations organisations;
    private final InstantSource clock;

    CampaignReports(
            CampaignStore store,
            SendQueue queue,
            EffectStore effects,
            Warehouse warehouse,
            Organisations organisations,
            InstantSource clock) {
        this.store = store;
        this.queue = queue;
        this.effects = effects;
        this.warehouse = warehouse;
        this.organisations = organisations;
        this.clock = clock;
    }

    CampaignReport report(UUID id) {
        var campaign = campaign(id);
        var mirrored = warehouse.barrier(BARRIER);
        var counts = queue.counts(id);
        var window = window(campaign);
        var sides = effects.sides(id, window);
        return new CampaignReport(
                campaign.state(),
                campaign.launchedAt(),
                campaign.audienceSize() == null ? 0 : campaign.audienceSize(),
                deliveries(counts),
                exclusions(counts, MessageState.EXCLUDED),
                effects.responses(id),
                outcome(campaign, window, sides, mirrored.at()));
    }

    CampaignView campaign(UUID id) {
        var campaign = store.find(id)
                .orElseThrow(() -> new regulars.kernel.Fault(
                                CampaignsFault.CAMPAIGN_NOT_FOUND, "There is no campaign " + id + ".")
                        .at("id", id));
        if (campaign.launchedAt() == null)
            throw new regulars.kernel.Fault(
                    CampaignsFault.CAMPAIGN_NOT_LAUNCHED,
                    "Campaign " + id + " was not launched yet: there is nothing to report.");
        return campaign;
    }

    OrderWindow window(CampaignView campaign) {
        var from = campaign.launchedAt() == null ? campaign.createdAt() : campaign.launchedAt();
        int days = campaign.draft().attributionDays();
        return OrderWindow.of(from, days, clock.instant(), organisations.get().zone());
    }

    private Outcome outcome(CampaignView campaign, OrderWindow window, EffectStore.Sides sides, Instant mirroredAt) {
        var treated = sides.treated().arm();
        var control = sides.control().arm();
        var lift = Lift.ofRevenue(treated, control);
        double share = campaign.draft().controlShare();
        var ratio = SampleRatio.of(treated.people(), control.people(), share);
        return new Outcome(
                organisations.get().currency(),
                window.to(),
                window.closed(),
                figures(sides.treated()),
                figures(sides.control()),
                lift,
                Lift.ofConversion(treated, control),
                lift == null ? null : lift.times(treated.people()),
                share,
                ratio.actualControlShare(),
                ratio.probability(),
                ratio.mismatch(),
                mirroredAt);
    }

    private static ArmFigures figures(Side side) {
        var arm = side.arm();
        return new ArmFigures(
                arm.people(), arm.buyers(), side.orders(), Math.round(arm.sum()), arm.mean(), arm.conversion());
    }

    private static Deliveries deliveries(List<GateCount> counts) {
        long all = counts.stream().mapToLong(GateCount::count).sum();
        return new Deliveries(
                all - in(counts, Set.of(MessageState.EXCLUDED)),
                in(counts, WAITING),
                in(counts, SENT),
                in(counts, Set.of(MessageState.ACCEPTED)),
                in(counts, Set.of(MessageState.REFUSED)),
                in(counts, Set.of(MessageState.DEFERRED)),
                in(counts, Set.of(MessageState.UNKNOWN)),
                in(counts, Set.of(MessageState.FAILED)),
                in(counts, Set.of(MessageState.EXPIRED)),
                in(counts, Set.of(MessageState.CANCELLED)),
                exclusions(counts, MessageState.REFUSED));
    }

    private static long in(List<GateCount> counts, Set<MessageState> states) {
        return counts.stream()
                .filter(count -> states.contains(count.state()))
                .mapToLong(GateCount::count)
                .sum();
    }

    /** The control group is no exclusion: it has its own side in the outcome. */
    private static List<CampaignCheck.Exclusion> exclusions(List<GateCount> counts, MessageState state) {
        List<CampaignCheck.Exclusion> found = new ArrayList<>();
        for (var count : counts) {
            var reason = count.reason();
            if (count.state() == state && reason != null && reason != Reason.CONTROL_GROUP)
                found.add(CampaignCheck.Exclusion.of(reason, count.count()));
        }
        return CampaignReport.sorted(found);
    }
}
