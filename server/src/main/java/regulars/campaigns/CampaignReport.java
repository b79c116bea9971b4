package regulars.campaigns;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import regulars.campaigns.effect.Lift;
import regulars.channels.Reason;

/**
 * What became of a campaign and what it brought. Every figure counts people, and {@code people?bucket=} opens them.
 *
 * @param deliveries by the mail server's replies
 * @param responses people apart from machines
 * @param money minor units of {@code currency}
 */
public record CampaignReport(
        CampaignState state,
        @Nullable Instant launchedAt,
        int audience,
        Deliveries deliveries,
        List<CampaignCheck.Exclusion> excluded,
        ResponseCounts responses,
        Outcome outcome) {
    public CampaignReport {
        excluded = List.copyOf(excluded);
    }

    /**
     * Where the messages of the treated stand. A bounce here is a refusal in the SMTP conversation; mailbox bounces that come
     * later as mails are not read yet.
     *
     * @param sent given to the wire at least once: accepted + refused + deferred + unknown + being handed over
     */
    public record Deliveries(
            long treated,
            long waiting,
            long sent,
            long accepted,
            long refused,
            long deferred,
            long unknown,
            long failed,
            long expired,
            long cancelled,
            List<CampaignCheck.Exclusion> refusals) {
        public Deliveries {
            refusals = List.copyOf(refusals);
        }
    }

    /** People, each once, however often they did it; who is known only from machines is counted there. */
    public record ResponseCounts(
            long opened, long clicked, long machineOpened, long machineClicked, long unsubscribed) {}

    /**
     * Orders from the launch to {@code until}, of both sides.
     *
     * @param until the end of the attribution window, or now while it is open
     * @param closed whether the window is over
     * @param revenueLift a person's revenue, treated less control; null while nothing can be told
     * @param money the lift times the treated people: what the campaign brought
     * @param mismatch the sides do not have the sizes that chance gives: do not trust the lift
     */
    public record Outcome(
            String currency,
            @Nullable Instant until,
            boolean closed,
            ArmFigures treated,
            ArmFigures control,
            @Nullable Lift revenueLift,
            @Nullable Lift conversionLift,
            @Nullable Lift money,
            double plannedControlShare,
            double actualControlShare,
            double mismatchProbability,
            boolean mismatch,
            @Nullable Instant mirroredAt) {}

    /** One side, everybody who was assigned to it. Revenue in minor units. */
    public record ArmFigures(
            long people,
            long buyers,
            long orders,
            long revenueMinor,
            double revenuePerPersonMinor,
            double conversion) {}

    /** What the people of an exclusion have in common, as the ledger says it. */
    static List<CampaignCheck.Exclusion> sorted(List<CampaignCheck.Exclusion> exclusions) {
        return exclusions.stream()
                .sorted(Comparator.comparingInt(
                        exclusion -> Reason.of(exclusion.reason()).ordinal()))
                .toList();
    }
}
