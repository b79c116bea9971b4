package regulars.channels;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Notices that something is wrong with a whole sending, not with one recipient: then it stops, and the others go on.
 * Counts since this process started. Thread-safe.
 */
class Tallies {
    private static final int FAILURES = 20;
    private static final int ONE_IN = 10;
    private static final int POLICY_REFUSALS = 20;
    private static final int TROUBLES = 5;

    private final Map<UUID, Tally> tallies = new ConcurrentHashMap<>();

    private static final class Tally {
        private long composed;
        private long failed;
        private int policyRefusals;
        private int troubles;
    }

    /** The reason to stop the sending, or null. */
    @Nullable
    String composed(UUID sendingId, int composed, int failed) {
        var tally = of(sendingId);
        synchronized (tally) {
            tally.troubles = 0;
            tally.composed += composed;
            tally.failed += failed;
            boolean tooMany = tally.failed >= FAILURES && tally.failed * ONE_IN >= tally.composed;
            return tooMany ? tally.failed + " of " + tally.composed + " messages could not be composed" : null;
        }
    }

    @Nullable
    String trouble(UUID sendingId, String detail) {
        var tally = of(sendingId);
        synchronized (tally) {
            return ++tally.troubles >= TROUBLES ? "composing fails again and again: " + detail : null;
        }
    }

    @Nullable
    String ended(UUID sendingId, Ending ending) {
        var tally = of(sendingId);
        synchronized (tally) {
            tally.policyRefusals = ending.reason() == Reason.POLICY ? tally.policyRefusals + 1 : 0;
            return tally.policyRefusals >= POLICY_REFUSALS ? "the server refuses us: " + ending.detail() : null;
        }
    }

    void forget(UUID sendingId) {
        tallies.remove(sendingId);
    }

    private Tally of(UUID sendingId) {
        return tallies.computeIfAbsent(sendingId, id -> new Tally());
    }
}
