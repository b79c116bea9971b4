package regulars.channels;

import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
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
    private final LongSupplier nanos;
    /** Spent until the first heartbeat: the database may be slower to start than we are. */
    private volatile Life life;

    Node(NodeStore store, Duration lease) {
        this(store, lease, System::nanoTime);
    }

    /** @param nanos runs on while this process is suspended */
    Node(NodeStore store, Duration lease, LongSupplier nanos) {
        this.store = store;
        this.lease = lease;
        this.nanos = nanos;
        this.life = new Life(lease, nanos);
        life.spent = true;
    }

    /** One stretch of holding the lease. */
    static final class Life {
        private final UUID id = UUID.randomUUID();
        private final long leaseNanos;
        private final LongSupplier nanos;
        private volatile long renewedAt;
        private volatile boolean spent;

        private Life(Duration lease, LongSupplier nanos) {
            this.leaseNanos = lease.toNanos();
            this.nanos = nanos;
            this.renewedAt = nanos.getAsLong();
        }

        UUID id() {
            return id;
        }

        /** Whether nobody can have taken us for dead yet: asked before each mail goes to the wire. */
        boolean certain() {
            return !spent && nanos.getAsLong() - renewedAt < leaseNanos * 4 / 5;
        }

        /** Whether the database may still accept our writes. */
        boolean spent() {
            return spent;
        }
    }

    private void join() {
        var joined = new Life(lease, nanos);
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
        long before = nanos.getAsLong();
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
