package regulars.channels;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process as a sender: its id is the fence. Once another node took it for dead its id is spent, every write under
 * it is refused by the database, and it joins anew under another. Thread-safe.
 */
class Node {
    private static final Logger log = LoggerFactory.getLogger(Node.class);

    private final NodeStore store;
    private final Duration lease;
    /** Spent until the first heartbeat: the database may be slower to start than we are. */
    private volatile Life life;

    Node(NodeStore store, Duration lease) {
        this.store = store;
        this.lease = lease;
        this.life = new Life(lease);
        life.spent = true;
    }

    /** One stretch of holding the lease. */
    static final class Life {
        private final UUID id = UUID.randomUUID();
        private final long leaseNanos;
        private volatile long renewedAt = System.nanoTime();
        private volatile boolean spent;

        private Life(Duration lease) {
            leaseNanos = lease.toNanos();
        }

        UUID id() {
            return id;
        }

        /** Whether nobody can have taken us for dead yet: asked before each mail goes to the wire. */
        boolean certain() {
            return !spent && System.nanoTime() - renewedAt < leaseNanos * 4 / 5;
        }

        /** Whether the database may still accept our writes. */
        boolean spent() {
            return spent;
        }
    }

    private void join() {
        var joined = new Life(lease);
        store.join(joined.id, lease);
        life = joined;
    }

    Life life() {
        return life;
    }

    /** True when the lease was held without a gap: only then may we judge others, for all were cut off together. */
    boolean renew() {
        var current = life;
        if (current.spent) {
            join();
            return false;
        }
        boolean gap = !current.certain();
        long before = System.nanoTime();
        if (store.renew(current.id, lease)) {
            current.renewedAt = before;
            return !gap;
        }
        current.spent = true;
        log.warn("This sender was silent for longer than {} and was taken for dead; it joins anew", lease);
        join();
        return false;
    }

    void leave() {
        store.leave(life.id);
        life.spent = true;
    }
}
