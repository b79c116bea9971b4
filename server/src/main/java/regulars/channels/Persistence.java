package regulars.channels;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes that must not be given up lightly: what the wire did is known only here. The database may be away for a while
 * (it is started again by itself); it is asked again until the write is pointless.
 */
class Persistence {
    private static final Logger log = LoggerFactory.getLogger(Persistence.class);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(2);

    private final long giveUpAfter;

    Persistence(SenderTiming timing) {
        giveUpAfter = Math.max(TimeUnit.MINUTES.toNanos(5), timing.lease().toNanos() * 4);
    }

    void until(BooleanSupplier pointless, Runnable write) {
        long begun = System.nanoTime();
        long pause = TimeUnit.MILLISECONDS.toNanos(50);
        while (true) {
            try {
                write.run();
                return;
            } catch (RuntimeException e) {
                boolean late = System.nanoTime() - begun > giveUpAfter;
                if (pointless.getAsBoolean() || late || Thread.currentThread().isInterrupted()) {
                    log.error("Outcomes of a batch were not written; the messages become unknown", e);
                    return;
                }
                log.warn("Outcomes wait for the database: {}", e.toString());
                LockSupport.parkNanos(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE);
            }
        }
    }
}
