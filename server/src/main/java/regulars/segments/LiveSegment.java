package regulars.segments;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import regulars.segments.SegmentStore.Standing;

/** What the live engine knows of a segment: its rule, and its members as they are kept. For one thread. */
final class LiveSegment {
    private static final int REST = 20;
    private static final long LONGEST_REST_NANOS = 60_000_000_000L;

    private static final long AFTER_FAILURE_NANOS = 2_000_000_000L;

    private final UUID id;
    private @Nullable Rule rule;
    private int version;
    private @Nullable String meaning;
    private RoaringBitmap members = new RoaringBitmap();
    private long delta;
    private @Nullable DeltaCause waiting = DeltaCause.LIVE;
    private boolean patient;
    private long restUntilNanos = System.nanoTime();

    LiveSegment(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    long delta() {
        return delta;
    }

    RoaringBitmap members() {
        return members;
    }

    /** Null when it cannot be run, as when a field that it names is gone: then it keeps its members. */
    @Nullable
    Rule rule() {
        return rule;
    }

    /** Its members are those of the mirror but for people whose facts have changed since. */
    boolean current() {
        return waiting == null && rule != null;
    }

    /** It will be evaluated as a whole, now or after its rest. */
    boolean awaits() {
        return waiting != null && rule != null;
    }

    /** Why it has to be evaluated as a whole, when its rest is over; null when it has not. */
    @Nullable
    DeltaCause due() {
        return patient && System.nanoTime() - restUntilNanos < 0 ? null : waiting;
    }

    /**
     * Asks for a whole evaluation.
     *
     * @param canWait it may come again and again, as while a history is imported: then it takes no more than a twentieth
     *     of the time
     */
    void await(DeltaCause cause, boolean canWait) {
        patient = canWait && (patient || waiting == null);
        waiting = cause;
    }

    void means(@Nullable Rule now, int itsVersion, String itsMeaning) {
        if (meaning != null && !meaning.equals(itsMeaning)) await(DeltaCause.EDITED, false);
        rule = now;
        version = itsVersion;
        meaning = itsMeaning;
    }

    /** Nobody else has written its members since. */
    boolean wrote(Standing standing) {
        return Integer.valueOf(version).equals(standing.evaluatedVersion())
                && Long.valueOf(delta).equals(standing.delta());
    }

    void evaluated(RoaringBitmap found, long itsDelta, long tookNanos) {
        members = found;
        delta = itsDelta;
        waiting = null;
        patient = false;
        restUntilNanos = System.nanoTime() + Math.min(tookNanos * REST, LONGEST_REST_NANOS);
    }

    /** It could not be evaluated just now. */
    void rest() {
        patient = true;
        restUntilNanos = System.nanoTime() + AFTER_FAILURE_NANOS;
    }

    void moved(RoaringBitmap now, long itsDelta) {
        members = now;
        delta = itsDelta;
    }
}
