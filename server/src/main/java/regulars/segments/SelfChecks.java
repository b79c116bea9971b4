package regulars.segments;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Service;
import regulars.access.HealthPart;
import regulars.access.Organisations;
import regulars.work.Tick;

/**
 * Asks each night, and whenever somebody wants it, that the kept members be compared with a full recomputation. What was
 * asked for is durable: a node that dies leaves it to the next one that leads. Safe for use by several threads.
 */
@Service
public class SelfChecks implements Tick, HealthPart {
    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    private final SelfCheckStore store;
    private final Organisations organisations;
    private final InstantSource clock;

    SelfChecks(SelfCheckStore store, Organisations organisations, InstantSource clock) {
        this.store = store;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "segments";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    /** Once after each three o'clock of the organisation. */
    @Override
    public void run() {
        var now = clock.instant().atZone(organisations.get().zone());
        var night = now.with(NIGHT).isAfter(now) ? now.with(NIGHT).minusDays(1) : now.with(NIGHT);
        if (!store.askedSince(night.toInstant())) ask();
    }

    /** As soon as the live engine comes to it. */
    public void ask() {
        store.ask(clock.instant());
    }

    public Optional<SelfCheckReport> last() {
        return store.last();
    }

    @Override
    public String state() {
        return last().filter(report -> report.differences() > 0).isPresent() ? "mended" : "ok";
    }

    boolean waiting() {
        return store.waiting();
    }

    void done(SelfCheckReport report) {
        store.done(report, clock.instant());
    }
}
