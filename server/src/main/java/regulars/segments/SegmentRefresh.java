package regulars.segments;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import regulars.access.Organisations;
import regulars.segments.SegmentStore.Standing;
import regulars.warehouse.MirrorAdvanced;
import regulars.work.Tick;

/**
 * Keeps memberships current: whoever holds the tick evaluates the segments again whose facts have changed since, and
 * all of them when a new day begins. A segment that takes long waits in proportion, so that refreshing never takes more
 * than a twentieth of the time. Safe for use by several threads.
 */
@Component
class SegmentRefresh implements Tick {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentRefresh.class);
    private static final Set<String> SCHEMAS =
            Set.of("customers", "consent", "commerce", "collect", "channels", "campaigns");
    private static final int REST = 20;
    private static final long LONGEST_REST_NANOS = 60_000_000_000L;
    private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(10);

    private final SegmentStore store;
    private final SegmentEvaluation evaluation;
    private final Organisations organisations;
    private final InstantSource clock;
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong rebuilds = new AtomicLong();
    private final ConcurrentMap<UUID, Seen> seen = new ConcurrentHashMap<>();

    SegmentRefresh(SegmentStore store, SegmentEvaluation evaluation, Organisations organisations, InstantSource clock) {
        this.store = store;
        this.evaluation = evaluation;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "segments.refresh";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @EventListener
    void mirrorAdvanced(MirrorAdvanced advanced) {
        if (advanced.rebuilt()) rebuilds.incrementAndGet();
        boolean ours = advanced.tables().stream().anyMatch(table -> SCHEMAS.contains(table.split("\\.")[0]));
        if (ours || advanced.rebuilt()) changes.incrementAndGet();
    }

    @Override
    public void run() {
        for (Standing segment : store.standings()) {
            if (Thread.currentThread().isInterrupted()) return;
            if (due(segment)) refresh(segment);
        }
    }

    private void refresh(Standing segment) {
        var now = new Seen(changes.get(), rebuilds.get(), System.nanoTime());
        try {
            evaluation.whenPossible(segment.id(), cause(segment));
        } catch (RuntimeException e) {
            LOG.warn("segment {} could not be evaluated and keeps its members", segment.id(), e);
        }
        seen.put(segment.id(), now);
    }

    private boolean due(Standing segment) {
        var asOf = segment.asOf();
        var took = segment.tookMicros();
        var last = seen.get(segment.id());
        if (asOf == null || took == null || last == null) return true;
        if (System.nanoTime() - last.atNanos() < Math.min(took * 1000 * REST, LONGEST_REST_NANOS)) return false;
        return !Integer.valueOf(segment.version()).equals(segment.evaluatedVersion())
                || last.changes() != changes.get()
                || timePassed(segment);
    }

    /** Windows and ages move at midnight; a fact from the future becomes one of the past at any time. */
    private boolean timePassed(Standing segment) {
        var asOf = segment.asOf();
        var now = clock.instant();
        var zone = organisations.get().zone();
        return asOf == null
                || !asOf.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate())
                || Duration.between(asOf, now).compareTo(OFTEN_ENOUGH) > 0;
    }

    private DeltaCause cause(Standing segment) {
        var last = seen.get(segment.id());
        if (last != null && last.rebuilds() != rebuilds.get()) return DeltaCause.REBUILT;
        return last != null && last.changes() == changes.get() ? DeltaCause.TIME : DeltaCause.LIVE;
    }

    private record Seen(long changes, long rebuilds, long atNanos) {}
}
