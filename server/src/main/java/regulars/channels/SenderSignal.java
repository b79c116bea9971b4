package regulars.channels;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the sender of this node when there is work; the others find it by looking. Thread-safe. */
@Component
class SenderSignal {
    private final Semaphore work = new Semaphore(0);

    void wake() {
        if (work.availablePermits() == 0) work.release();
    }

    void await(Duration atMost) throws InterruptedException {
        if (work.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) work.drainPermits();
    }
}
