package regulars.campaigns;

import java.time.InstantSource;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import regulars.channels.SendQueue;
import regulars.kernel.Fault;
import regulars.segments.Segments;
import regulars.work.JobHandler;
import regulars.work.JobRun;
import tools.jackson.databind.json.JsonMapper;

/**
 * A launch: freeze the audience, put everybody before the gate a thousand at a time, release the sending. Killed anywhere it
 * goes on where it was: the audience is kept, and the gate skips whoever has a row already.
 */
@Component
class LaunchJob implements JobHandler {
    static final String KIND = "campaigns.launch";

    private final CampaignStore store;
    private final Segments segments;
    private final Candidates candidates;
    private final SendQueue queue;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final JsonMapper json;

    LaunchJob(
            CampaignStore store,
            Segments segments,
            Candidates candidates,
            SendQueue queue,
            TransactionOperations transactions,
            InstantSource clock,
            JsonMapper json) {
        this.store = store;
        this.segments = segments;
        this.candidates = candidates;
        this.queue = queue;
        this.transactions = transactions;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        var id = UUID.fromString(run.payload().get("campaignId").asString());
        var campaign = store.find(id).orElseThrow();
        if (campaign.state() != CampaignState.LAUNCHING) return;
        var audience = store.audience(id).orElseGet(() -> freeze(campaign));
        try {
            enqueue(campaign, audience, run);
            transactions.executeWithoutResult(_ -> {
                if (store.move(id, CampaignState.SENDING, clock.instant())) queue.release(id);
            });
        } catch (Fault fault) {
            if (store.find(id).orElseThrow().state() != CampaignState.CANCELLED) throw fault;
        }
        run.result(json.createObjectNode().put("audience", audience.getCardinality()));
    }

    private RoaringBitmap freeze(CampaignView campaign) {
        var segment = campaign.draft().segmentId();
        if (segment == null)
            throw new Fault(CampaignsFault.CAMPAIGN_NOT_READY, "Campaign " + campaign.id() + " has no segment.");
        store.freeze(campaign.id(), segments.freeze(segment));
        return store.audience(campaign.id()).orElseThrow();
    }

    private void enqueue(CampaignView campaign, RoaringBitmap audience, JobRun run) {
        var state = run.state();
        int after = state == null ? -1 : state.get("after").asInt();
        long done = after < 0 ? 0 : audience.rank(after);
        var chunks = Candidates.chunks(audience, after);
        while (chunks.hasNext()) {
            run.checkpoint();
            var numbers = chunks.next();
            queue.enqueue(
                    campaign.id(), candidates.of(campaign.id(), campaign.draft().controlShare(), numbers));
            done += numbers.size();
            run.save(json.createObjectNode().put("after", numbers.getLast()));
            run.progress(done, audience.getCardinality());
        }
    }
}
