package regulars.segments;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.conf.ParamType;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import regulars.kernel.Fault;
import regulars.kernel.FaultKind;
import regulars.segments.SegmentStore.Standing;
import regulars.warehouse.MirrorAdvanced;
import regulars.warehouse.Warehouse;

/**
 * Keeps all memberships current: people whose facts have changed, and people with a fact that has passed an edge, are
 * looked at again, against all segments in one program; a segment whose meaning has changed, or whose members somebody
 * else has written, is evaluated as a whole.
 *
 * <p>Steps are made by one thread of one node at a time; mirrors may tell of changes, and figures be read, by any.
 */
@Component
public class LiveSegments {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSegments.class);

    /** Edges are looked for this often: each look costs the mirror a few milliseconds. */
    private static final Duration EDGES = Duration.ofSeconds(5);
    /** When more people change at once, to evaluate the segments as a whole is cheaper. */
    private static final int MANY = 100_000;
    /** People who change are not kept waiting for whole evaluations for longer. */
    private static final Duration WHOLE = Duration.ofMillis(300);

    private final SegmentStore store;
    private final MembershipStore memberships;
    private final LiveStore moves;
    private final SegmentEvaluation evaluation;
    private final RuleEngine engine;
    private final Warehouse warehouse;
    private final InstantSource clock;

    private final PendingPeople pending = new PendingPeople();
    private final AtomicLong rounds = new AtomicLong();
    private final AtomicLong evaluated = new AtomicLong();
    private final AtomicLong timed = new AtomicLong();
    private final AtomicLong whole = new AtomicLong();

    private Map<UUID, LiveSegment> known = new LinkedHashMap<>();
    private @Nullable Object defined;
    private Instant since = Instant.MIN;
    private volatile boolean settled;

    LiveSegments(
            SegmentStore store,
            MembershipStore memberships,
            LiveStore moves,
            SegmentEvaluation evaluation,
            RuleEngine engine,
            Warehouse warehouse,
            InstantSource clock) {
        this.store = store;
        this.memberships = memberships;
        this.moves = moves;
        this.evaluation = evaluation;
        this.engine = engine;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    @EventListener
    void mirrorAdvanced(MirrorAdvanced advanced) {
        pending.add(advanced);
    }

    public LiveFigures figures() {
        return new LiveFigures(rounds.get(), evaluated.get(), timed.get(), whole.get());
    }

    /** Nothing waits to be evaluated as a whole: members are those of a moment ago. */
    public boolean settled() {
        return settled;
    }

    /** Before the first step and whenever another may have made steps: nothing is taken for granted. */
    void begin() {
        known = new LinkedHashMap<>();
        defined = null;
        since = clock.instant();
    }

    /** Brings memberships up to what the mirror shows; true when there is more to do at once. */
    boolean step() {
        var batch = pending.take();
        try {
            var now = engine.fresh(moment());
            var standings = learn(batch, now);
            follow(batch.people(), now);
            boolean more = evaluateWhole(standings);
            settled = known.values().stream().noneMatch(LiveSegment::awaits);
            return more;
        } catch (RuntimeException e) {
            pending.giveBack(batch);
            throw e;
        }
    }

    /** The clock, but never before what has been evaluated. */
    private Instant moment() {
        var now = clock.instant();
        return now.isBefore(since) ? since : now;
    }

    private Map<UUID, Standing> learn(PendingPeople.Batch batch, RuleContext now) {
        var standings = store.standings().stream().collect(Collectors.toMap(Standing::id, Function.identity()));
        known.keySet().retainAll(standings.keySet());
        define(now, standings);
        boolean many = batch.people().getLongCardinality() > MANY;
        for (var segment : known.values()) {
            if (batch.rebuilt() || many) segment.await(DeltaCause.REBUILT, true);
            else if (batch.everybody()) segment.await(DeltaCause.LIVE, true);
            else if (segment.current() && !segment.wrote(Objects.requireNonNull(standings.get(segment.id())))) {
                segment.await(DeltaCause.LIVE, false);
            }
        }
        return standings;
    }

    /** Looks at rules again when anything that they may mean has changed. */
    private void define(RuleContext now, Map<UUID, Standing> standings) {
        var versions = standings.values().stream().collect(Collectors.toMap(Standing::id, Standing::version));
        var minute = now.asOf().truncatedTo(ChronoUnit.MINUTES); // cells of a grid may get other borders
        var definition = List.of(now.zone(), now.catalogue().own(), versions, minute);
        if (definition.equals(defined)) return;
        for (var stored : store.page(null, null, Integer.MAX_VALUE)) {
            var segment = known.computeIfAbsent(stored.id(), LiveSegment::new);
            try {
                RuleValidator.check(stored.rule(), now.catalogue());
                segment.means(stored.rule(), stored.version(), meaning(stored.rule(), now));
            } catch (Fault unfit) {
                LOG.warn("segment {} cannot be evaluated and keeps its members: {}", stored.id(), unfit.getMessage());
                segment.means(null, stored.version(), "");
            }
        }
        defined = definition;
    }

    /** Its program at a fixed moment: whatever it depends on besides facts and time is in it. */
    private static String meaning(Rule rule, RuleContext now) {
        var fixed = new RuleContext(Instant.EPOCH, now.zone(), now.catalogue().withCellsOf(now.asOf()));
        var sql = RuleCompiler.compile(rule, fixed).members(Scope.WHOLE_BASE).getSQL(ParamType.INLINED);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((now.zone() + sql).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    /** The people who changed, and those whom time moves, against all segments that are current. */
    private void follow(RoaringBitmap people, RuleContext now) {
        var segments = known.values().stream().filter(LiveSegment::current).toList();
        boolean timely = Duration.between(since, now.asOf()).compareTo(EDGES) >= 0;
        if (people.isEmpty() && !timely) return;
        if (!segments.isEmpty()) {
            var round = new LiveRound(segments, now);
            var then = timely ? new RuleContext(since, now.zone(), now.catalogue()) : null;
            apply(segments, warehouse.view(view -> round.of(view, people, then)), people, now);
            rounds.incrementAndGet();
        }
        if (timely) since = now.asOf();
    }

    private void apply(List<LiveSegment> segments, LiveRound.Found found, RoaringBitmap acted, RuleContext now) {
        List<LiveMove> moved = new ArrayList<>();
        List<UUID> same = new ArrayList<>();
        for (var segment : segments) {
            var members = Objects.requireNonNull(found.members().get(segment.id()));
            var move = LiveMove.of(segment, found.asked(), members, acted);
            if (move.nobody()) same.add(segment.id());
            else moved.add(move);
        }
        var moment = new LiveStore.Moment(now.asOf(), found.watermark());
        var overtaken = moves.write(moved, moment);
        if (found.checkedTime()) moves.stillStand(same, moment);
        for (var move : moved) {
            var segment = Objects.requireNonNull(known.get(move.segment()));
            if (overtaken.contains(move.segment())) segment.await(DeltaCause.LIVE, false);
            else segment.moved(move.members(), move.deltaAfter());
        }
        evaluated.addAndGet(acted.getLongCardinality());
        timed.addAndGet(RoaringBitmap.andNot(found.timed(), acted).getLongCardinality());
    }

    /**
     * Compares what is kept with a full recomputation of the same state of the mirror and the same moment, tells what
     * differs and mends it.
     *
     * @return empty when it cannot be done just now: there is other work first, or the mirror moved on
     */
    Optional<SelfCheckReport> check() {
        if (known.values().stream().anyMatch(LiveSegment::awaits)) return Optional.empty();
        var batch = pending.take();
        try {
            var now = engine.fresh(moment());
            learn(batch, now);
            var segments = known.values().stream().filter(LiveSegment::current).toList();
            var round = new LiveRound(segments, now);
            var then = new RuleContext(since, now.zone(), now.catalogue());
            var both = warehouse.view(view -> batch.isUpTo(view.watermark())
                    ? Optional.of(new LiveCheck.Both(
                            round.of(view, batch.people(), then), LiveCheck.whole(view, segments, now)))
                    : Optional.<LiveCheck.Both>empty());
            if (both.isEmpty()) {
                pending.giveBack(batch);
                return Optional.empty();
            }
            apply(segments, both.get().found(), batch.people(), now);
            since = now.asOf();
            return Optional.of(new LiveCheck(store, memberships, moves).compare(segments, both.get(), now.asOf()));
        } catch (RuntimeException e) {
            pending.giveBack(batch);
            throw e;
        }
    }

    private boolean evaluateWhole(Map<UUID, Standing> standings) {
        long began = System.nanoTime();
        for (var segment : known.values()) {
            var cause = segment.due();
            if (cause == null || segment.rule() == null) continue;
            if (System.nanoTime() - began > WHOLE.toNanos()) return true;
            try {
                evaluateWhole(segment, cause, Objects.requireNonNull(standings.get(segment.id())));
            } catch (RuntimeException e) {
                segment.rest();
                boolean later = e instanceof Fault fault
                        && (fault.code().kind() == FaultKind.UNAVAILABLE
                                || fault.code().kind() == FaultKind.BUSY);
                if (later) LOG.info("segment {} is evaluated later: {}", segment.id(), e.getMessage());
                else LOG.warn("segment {} could not be evaluated and keeps its members", segment.id(), e);
            }
        }
        return false;
    }

    private void evaluateWhole(LiveSegment segment, DeltaCause cause, Standing standing) {
        whole.incrementAndGet();
        var delta = standing.delta();
        if (delta == null || !Integer.valueOf(segment.version()).equals(standing.evaluatedVersion())) {
            evaluation.now(segment.id(), cause); // its first members, or those of an edit; the next step takes them up
            segment.await(DeltaCause.LIVE, false);
            return;
        }
        long began = System.nanoTime();
        var before = memberships.members(segment.id());
        var found = engine.evaluate(Objects.requireNonNull(segment.rule()), moment());
        var move = LiveMove.to(segment, before, found.members(), cause, delta);
        var overtaken = moves.write(List.of(move), new LiveStore.Moment(found.asOf(), found.watermark()));
        if (overtaken.isEmpty()) {
            segment.evaluated(found.members(), move.deltaAfter(), System.nanoTime() - began);
        }
    }
}
