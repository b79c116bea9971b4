package regulars.collect;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import regulars.kernel.Fault;
import regulars.work.Tick;
import schema.collect.tables.records.ParkedEventRecord;

/** Keeps what the gate refused for people to look at: so many at most, so long at most, so much of each. */
@Component
public class ParkedEvents implements Tick {
    static final int MOST = 5_000;
    static final Duration KEPT = Duration.ofDays(14);
    private static final Logger LOG = LoggerFactory.getLogger(ParkedEvents.class);
    private static final Duration FIGURES_KEPT = Duration.ofDays(400);

    private final ParkedEventStore store;
    private final IntakeStore figures;
    private final InstantSource clock;
    private final AtomicInteger count = new AtomicInteger(-1);

    ParkedEvents(ParkedEventStore store, IntakeStore figures, InstantSource clock) {
        this.store = store;
        this.figures = figures;
        this.clock = clock;
    }

    /** What cannot be parked is counted all the same: its sender was told already. */
    void park(Sender sender, List<SentEvent> events, List<Taken> taken) {
        var refused = new LinkedHashMap<UUID, ParkedEventRecord>();
        var now = clock.instant();
        for (int i = 0; i < events.size(); i++) {
            if (taken.get(i).outcome() != Taken.Outcome.REFUSED) continue;
            var row = row(sender, events.get(i), taken.get(i), now);
            refused.put(row.getId(), row);
        }
        if (refused.isEmpty()) return;
        try {
            if (count.get() < 0 || count.get() + refused.size() > MOST) count.set(store.count());
            if (count.get() + refused.size() > MOST) return;
            store.add(refused.values());
            count.addAndGet(refused.size());
        } catch (RuntimeException e) {
            LOG.warn("{} refused events could not be parked: {}", refused.size(), e.toString());
        }
    }

    private static ParkedEventRecord row(Sender sender, SentEvent sent, Taken taken, Instant now) {
        var refusal = Objects.requireNonNull(taken.refusal());
        int kept = Math.min(sent.body().length, EventGate.LARGEST);
        var row = new ParkedEventRecord();
        row.setId(id(sender, sent));
        row.setParkedAt(now);
        row.setSource(sender.source());
        row.setTrusted(sender.trusted());
        row.setWire(sent.wire());
        row.setCall(sent.call());
        row.setSentAt(sent.sentAt());
        because(row, refusal);
        row.setBytes(sent.body().length);
        row.setBody(Arrays.copyOf(sent.body(), kept));
        return row;
    }

    private static ParkedEventRecord because(ParkedEventRecord row, Fault refusal) {
        row.setReason(refusal.code().name());
        row.setDetail(String.valueOf(refusal.getMessage()).replace('\0', '\uFFFD'));
        return row;
    }

    /** The same event of the same sender is parked once, however often it is sent. */
    private static UUID id(Sender sender, SentEvent sent) {
        return Events.key(sender.stream() + "\n" + sent.wire() + "\n" + sent.call(), sent.body());
    }

    /** Deletes those that mention one of the words, which mean a person who is erased; tells how many. */
    public int forget(Collection<String> words) {
        return store.deleteWith(words);
    }

    static SentEvent sent(ParkedEventRecord row) {
        return new SentEvent(row.getWire(), row.getCall(), row.getSentAt(), row.getBody());
    }

    static ParkedEvent shown(ParkedEventRecord row) {
        return new ParkedEvent(
                row.getId(),
                row.getParkedAt(),
                new Sender(row.getSource(), row.getTrusted()).stream(),
                row.getReason(),
                row.getDetail(),
                row.getBytes(),
                row.getBody().length == row.getBytes(),
                new String(row.getBody(), StandardCharsets.UTF_8).replace('\0', '\uFFFD'));
    }

    /** Takes away those that came in after all; of the others tells the new reason. */
    void settle(Map<ParkedEventRecord, Taken> replayed) {
        var gone = new ArrayList<UUID>();
        var refused = new ArrayList<ParkedEventRecord>();
        replayed.forEach((row, taken) -> {
            var refusal = taken.refusal();
            if (refusal == null) gone.add(row.getId());
            else refused.add(because(row, refusal));
        });
        store.refused(refused);
        store.delete(gone);
        count.set(-1);
    }

    @Override
    public String name() {
        return "collect.parked";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        var now = clock.instant();
        store.deleteBefore(now.minus(KEPT));
        figures.forget(now.minus(FIGURES_KEPT));
        count.set(-1);
    }
}
