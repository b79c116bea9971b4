package regulars.work;

import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Named leases: of all nodes on one database at most one holds each. Safe for use by several threads. */
@Component
public class Leases {
    private final LeaseStore store;

    Leases(LeaseStore store) {
        this.store = store;
    }

    /**
     * Runs the body on this thread while this node holds the named lease. The thread is interrupted when the lease is
     * lost under it, which takes a database that did not answer for the whole {@code ttl}.
     *
     * @param ttl how long others wait after this node died
     * @return false, the body not run, when another holds the lease
     */
    public boolean whileHeld(String name, Duration ttl, Runnable body) {
        return run(name, ttl, store.take(name, ttl), body);
    }

    /** The same, only when the interval has passed since any node last began. */
    boolean whenDue(String name, Duration ttl, Duration every, Runnable body) {
        return run(name, ttl, store.takeWhenDue(name, ttl, every), body);
    }

    private boolean run(String name, Duration ttl, OptionalLong taken, Runnable body) {
        if (taken.isEmpty()) return false;
        long fence = taken.getAsLong();
        var thread = Thread.currentThread();
        try (var heartbeat = new Heartbeat(name, ttl, () -> store.extend(name, fence, ttl), thread::interrupt)) {
            body.run();
        } finally {
            store.giveBack(name, fence);
        }
        return true;
    }
}
