package regulars.channels;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Spreads this node's mails evenly over the minute when a limit is set. Thread-safe. */
class Throttle {
    private long nextNanos = System.nanoTime();

    /** How long the caller has to wait for its turn; the turn is taken. */
    synchronized Duration turn(@Nullable Integer perMinute) {
        if (perMinute == null) return Duration.ZERO;
        long now = System.nanoTime();
        long turn = Math.max(now, nextNanos);
        nextNanos = turn + Duration.ofMinutes(1).toNanos() / perMinute;
        return Duration.ofNanos(turn - now);
    }

    /** No more than about a second's worth, so that handed-over mail does not wait long for its turn. */
    static int batch(DuplicateWindow window, @Nullable Integer perMinute) {
        if (perMinute == null) return window.batch();
        return Math.clamp(perMinute / 60 / window.connections(), 1, window.batch());
    }
}
