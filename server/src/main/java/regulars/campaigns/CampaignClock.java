package regulars.campaigns;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import regulars.channels.SendQueue;
import regulars.channels.SendingEnded;
import regulars.channels.SendingState;
import regulars.kernel.Actor;
import regulars.work.Tick;

/** Starts campaigns whose time has come, and writes down when one has ended. */
@Component
class CampaignClock implements Tick {
    private static final Logger LOG = LoggerFactory.getLogger(CampaignClock.class);

    private final Campaigns campaigns;
    private final CampaignStore store;
    private final SendQueue queue;
    private final InstantSource clock;

    CampaignClock(Campaigns campaigns, CampaignStore store, SendQueue queue, InstantSource clock) {
        this.campaigns = campaigns;
        this.store = store;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "campaigns.clock";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        for (var id : store.due(clock.instant())) {
            try {
                campaigns.start(id, Actor.SYSTEM);
            } catch (RuntimeException e) {
                LOG.error("the scheduled campaign {} does not start and is tried again", id, e);
            }
        }
        for (var id : store.sending()) ended(queue.sending(id).state(), id);
    }

    @EventListener
    void on(SendingEnded event) {
        if (event.kind().equals(Campaigns.KIND)) ended(event.state(), event.sendingId());
    }

    private void ended(SendingState state, java.util.UUID id) {
        switch (state) {
            case FINISHED -> store.move(id, CampaignState.SENT, clock.instant());
            case STOPPED -> store.move(id, CampaignState.STOPPED, clock.instant());
            case HELD, RUNNING, PAUSED, CANCELLED -> {}
        }
    }
}
