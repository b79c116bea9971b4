package regulars.segments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import regulars.warehouse.MirrorView;

/** The members as they are kept against those of a full recomputation. */
final class LiveCheck {
    private static final Logger LOG = LoggerFactory.getLogger(LiveCheck.class);
    private static final int NAMED = 20;

    private final SegmentStore store;
    private final MembershipStore memberships;
    private final LiveStore moves;

    LiveCheck(SegmentStore store, MembershipStore memberships, LiveStore moves) {
        this.store = store;
        this.memberships = memberships;
        this.moves = moves;
    }

    /** Of one state of the mirror: what the live round found, and the members of each segment as a whole. */
    record Both(LiveRound.Found found, Map<UUID, RoaringBitmap> whole) {}

    static Map<UUID, RoaringBitmap> whole(MirrorView view, List<LiveSegment> segments, RuleContext now) {
        Map<UUID, RoaringBitmap> whole = new HashMap<>();
        for (var segment : segments) {
            var program = RuleCompiler.compile(Objects.requireNonNull(segment.rule()), now);
            whole.put(segment.id(), RuleEngine.numbers(view.whole(), program.members(Scope.WHOLE_BASE)));
        }
        return whole;
    }

    /** Says what differs and mends it; a segment that somebody has written to meanwhile is left for the next time. */
    SelfCheckReport compare(List<LiveSegment> segments, Both both, Instant asOf) {
        Map<UUID, RoaringBitmap> kept = new HashMap<>();
        for (var segment : segments) kept.put(segment.id(), memberships.members(segment.id()));
        var standings =
                store.standings().stream().collect(Collectors.toMap(SegmentStore.Standing::id, Function.identity()));
        List<SelfCheckReport.Difference> differences = new ArrayList<>();
        int compared = 0;
        for (var segment : segments) {
            var standing = standings.get(segment.id());
            if (!segment.current() || standing == null || !segment.wrote(standing)) continue;
            compared++;
            var stored = Objects.requireNonNull(kept.get(segment.id()));
            var whole = Objects.requireNonNull(both.whole().get(segment.id()));
            var wrong = RoaringBitmap.xor(stored, whole);
            if (wrong.isEmpty()) continue;
            var people = wrong.stream().limit(NAMED).boxed().toList();
            LOG.error(
                    "segment {} was wrong about {} people, among them {}",
                    segment.id(),
                    wrong.getLongCardinality(),
                    people);
            differences.add(new SelfCheckReport.Difference(segment.id(), wrong.getLongCardinality(), people));
            mend(segment, stored, whole, new LiveStore.Moment(asOf, both.found().watermark()));
        }
        long count = differences.stream()
                .mapToLong(SelfCheckReport.Difference::count)
                .sum();
        return new SelfCheckReport(asOf, compared, count, differences);
    }

    private void mend(LiveSegment segment, RoaringBitmap stored, RoaringBitmap whole, LiveStore.Moment moment) {
        var move = LiveMove.to(segment, stored, whole, DeltaCause.REBUILT, segment.delta());
        if (moves.write(List.of(move), moment).isEmpty()) segment.moved(whole, move.deltaAfter());
        else segment.await(DeltaCause.REBUILT, false);
    }
}
