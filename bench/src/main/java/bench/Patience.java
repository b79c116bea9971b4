package bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** Waits as long as something moves: a run of any size ends in time, and a stuck one is told soon. */
final class Patience {
    private final Duration stillness;
    private final IntSupplier movement;

    /** @param movement a figure that changes while all is well */
    Patience(Duration stillness, IntSupplier movement) {
        this.stillness = stillness;
        this.movement = movement;
    }

    /** A question that cannot be asked now, for the product is being started, counts as no. */
    void await(String what, Callable<Boolean> condition) {
        int seen = movement.getAsInt();
        long since = System.nanoTime();
        Exception trouble = null;
        while (true) {
            try {
                if (condition.call()) return;
                trouble = null;
            } catch (Exception e) {
                trouble = e;
            }
            int now = movement.getAsInt();
            if (now != seen) since = System.nanoTime();
            seen = now;
            if (System.nanoTime() - since > stillness.toNanos())
                throw new IllegalStateException(
                        "still waiting for " + what + ", and nothing moved for " + stillness.toSeconds() + " s at "
                                + seen,
                        trouble);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
