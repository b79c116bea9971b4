package regulars.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The demo's time: it runs like the real one, so much behind it, and can be set forward. Safe for use by several threads. */
final class DemoClock implements InstantSource {
    private final InstantSource real;
    private final AtomicReference<Duration> behind;

    DemoClock(InstantSource real, Duration behind) {
        this.real = real;
        this.behind = new AtomicReference<>(behind);
    }

    @Override
    public Instant instant() {
        return real.instant().minus(behind.get());
    }

    /** Time never goes back: an instant that has passed already changes nothing. */
    void moveTo(Instant instant) {
        var gap = Duration.between(instant, real.instant());
        behind.updateAndGet(current -> gap.compareTo(current) < 0 ? gap : current);
    }

    void catchUp() {
        behind.set(Duration.ZERO);
    }
}
