package regulars.channels;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Wakes the senders of this node when there is work; other nodes find it by looking. Thread-safe. */
@Component
class SenderSignal {
    private long generation;

    synchronized void wake() {
        generation++;
        notifyAll();
    }

    synchronized long generation() {
        return generation;
    }

    /** Returns at the first wake after {@code seen}, at the latest after {@code atMost}. */
    synchronized void await(long seen, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (generation == seen) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) return;
            wait(millis);
        }
    }
}
