package regulars.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Extends a lease three times in its length until closed; tells once when it is lost. */
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final long ttlNanos;
    private final BooleanSupplier extend;
    private final Runnable lost;

    /** @param extend false when another holder has the lease; an exception means we do not know */
    Heartbeat(String name, Duration ttl, BooleanSupplier extend, Runnable lost) {
        this.ttlNanos = ttl.toNanos();
        this.extend = extend;
        this.lost = lost;
        Thread.ofVirtual().name("heartbeat " + name).start(this::beat);
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void beat() {
        long extended = System.nanoTime();
        try {
            while (!closed.await(ttlNanos / 3, TimeUnit.NANOSECONDS)) {
                long asked = System.nanoTime();
                var answer = ask();
                if (answer == Answer.KEPT) extended = asked;
                if (answer == Answer.LOST || System.nanoTime() - extended > ttlNanos) {
                    if (closed.getCount() > 0) lost.run();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer ask() {
        try {
            return extend.getAsBoolean() ? Answer.KEPT : Answer.LOST;
        } catch (RuntimeException e) {
            LOG.warn("a lease could not be extended, it is tried again: {}", e.getMessage());
            return Answer.UNKNOWN;
        }
    }

    private enum Answer {
        KEPT,
        LOST,
        UNKNOWN
    }
}
