package regulars.channels;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many messages a worker claims and composes at once: several hand-over batches while the server is quick, so that what
 * they need is loaded in few round trips; one while it is slow, so that nobody waits in a worker's hands. For one thread.
 */
class Portion {
    static final int MOST = 100;
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(4);

    private int batches = 1;

    int of(int batch, @Nullable Integer perMinute) {
        return perMinute == null ? Math.clamp((long) batch * batches, batch, Math.max(batch, MOST)) : batch;
    }

    void took(Duration time) {
        if (time.compareTo(SHORT) < 0) batches = Math.min(batches * 2, MOST);
        else if (time.compareTo(LONG) > 0) batches = Math.max(1, batches / 2);
    }
}
