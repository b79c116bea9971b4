package regulars.collect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * What became of events, by the hour, source and outcome. Kept in memory for some seconds, so a crash costs the last
 * figures, never an event. Safe for use by several threads.
 */
@Component
class IntakeCounts implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeCounts.class);
    private static final long EVERY_NANOS = Duration.ofSeconds(3).toNanos();

    static final Comparator<Key> BY_SOURCE = Comparator.comparing(Key::source).thenComparing(Key::outcome);

    private final IntakeStore store;
    private final InstantSource clock;
    private final Map<Key, Long> unwritten = new HashMap<>();
    private final Map<String, Long> sinceStart = new TreeMap<>();
    private final AtomicLong written = new AtomicLong(System.nanoTime());

    IntakeCounts(IntakeStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param outcome {@code stored}, {@code duplicate}, or the code of the refusal */
    record Key(String source, String outcome) {}

    void add(Sender sender, List<Taken> taken) {
        synchronized (unwritten) {
            for (Taken one : taken) {
                unwritten.merge(new Key(sender.stream(), outcome(one)), 1L, Long::sum);
                sinceStart.merge(outcome(one), 1L, Long::sum);
            }
        }
        long last = written.get();
        long now = System.nanoTime();
        if (now - last >= EVERY_NANOS && written.compareAndSet(last, now)) write();
    }

    Map<String, Long> sinceStart() {
        synchronized (unwritten) {
            return new TreeMap<>(sinceStart);
        }
    }

    /** What is written, and what this node still has in memory. */
    List<IntakeFigure> since(Instant moment) {
        var sums = new TreeMap<Key, Long>(BY_SOURCE);
        for (IntakeFigure one : store.figures(moment)) sums.put(new Key(one.source(), one.outcome()), one.count());
        synchronized (unwritten) {
            unwritten.forEach((key, count) -> sums.merge(key, count, Long::sum));
        }
        return sums.entrySet().stream()
                .map(one -> new IntakeFigure(one.getKey().source(), one.getKey().outcome(), one.getValue()))
                .toList();
    }

    private void write() {
        Map<Key, Long> figures;
        synchronized (unwritten) {
            figures = Map.copyOf(unwritten);
            unwritten.clear();
        }
        if (figures.isEmpty()) return;
        try {
            store.count(figures, clock.instant().truncatedTo(ChronoUnit.HOURS));
        } catch (RuntimeException e) {
            LOG.warn("figures of the intake are written later: {}", e.toString());
            synchronized (unwritten) {
                figures.forEach((key, count) -> unwritten.merge(key, count, Long::sum));
            }
        }
    }

    @Override
    public void destroy() {
        write();
    }

    private static String outcome(Taken one) {
        return switch (one.outcome()) {
            case STORED, DUPLICATE -> one.outcome().name().toLowerCase(Locale.ROOT);
            case REFUSED -> Objects.requireNonNull(one.refusal()).code().name();
        };
    }
}
