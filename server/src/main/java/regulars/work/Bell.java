package regulars.work;

import java.time.Duration;

/** Wakes waiting threads early; they look for themselves what changed. Safe for use by several threads. */
final class Bell {
    private long rings;

    synchronized void ring() {
        rings++;
        notifyAll();
    }

    synchronized long rings() {
        return rings;
    }

    /** Returns when rung since {@code heard}, or after the time; a wait may end early for no reason. */
    synchronized void await(long heard, Duration atMost) throws InterruptedException {
        if (rings == heard && atMost.toMillis() > 0) wait(atMost.toMillis());
    }
}
