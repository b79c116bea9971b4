package regulars.segments;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Cursor;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import regulars.warehouse.MirrorView;
import regulars.warehouse.Watermark;

/** Some people against all live segments: one program for many of them, one cut of the people's facts for all. */
final class LiveRound {
    /** So many rules make one statement: all fifty of a base in one took the mirror twice as long to plan and run. */
    private static final int TOGETHER = 8;

    /** So many people are cut out at once: what they did fits into memory. */
    private static final int CUT = 50_000;

    private final List<LiveSegment> segments;
    private final List<List<LiveSegment>> bundles = new ArrayList<>();
    private final List<Program> programs = new ArrayList<>();

    /** Of segments that have a rule. */
    LiveRound(List<LiveSegment> segments, RuleContext now) {
        this.segments = List.copyOf(segments);
        for (int from = 0; from < segments.size(); from += TOGETHER) {
            var bundle = segments.subList(from, Math.min(from + TOGETHER, segments.size()));
            bundles.add(bundle);
            programs.add(RuleCompiler.compile(
                    new Rule.AnyRule(bundle.stream()
                            .map(one -> Objects.requireNonNull(one.rule()))
                            .toList()),
                    now));
        }
    }

    /**
     * Who is in what.
     *
     * @param asked who was looked at: whose facts have changed, and whom time may have moved
     * @param timed whom time may have moved
     * @param checkedTime edges were looked for
     */
    record Found(
            RoaringBitmap asked,
            RoaringBitmap timed,
            boolean checkedTime,
            Map<UUID, RoaringBitmap> members,
            Watermark watermark) {}

    /** @param then the moment up to which time has moved everybody already; null when it has not moved on enough */
    Found of(MirrorView view, RoaringBitmap changed, @Nullable RuleContext then) {
        var timed = then == null ? new RoaringBitmap() : crossed(view, then);
        var asked = RoaringBitmap.or(changed, timed);
        Map<UUID, RoaringBitmap> members = new HashMap<>();
        segments.forEach(segment -> members.put(segment.id(), new RoaringBitmap()));
        List<Select<Record>> queries = programs.stream()
                .map(program -> program.parts(Scope.WHOLE_BASE))
                .toList();
        var numbers = asked.getBatchIterator();
        int[] some = new int[CUT];
        while (numbers.hasNext()) {
            int count = numbers.nextBatch(some);
            view.about(
                    RoaringBitmap.bitmapOf(Arrays.copyOf(some, count)),
                    queries,
                    (rows, bundle) -> read(rows, bundles.get(bundle), members));
        }
        return new Found(asked, timed, then != null, members, view.watermark());
    }

    private RoaringBitmap crossed(MirrorView view, RuleContext then) {
        Map<String, Select<Record1<Integer>>> queries = new LinkedHashMap<>();
        programs.stream()
                .flatMap(program -> program.crossed(then))
                .forEach(query -> queries.put(view.whole().renderInlined(query), query));
        var crossed = new RoaringBitmap();
        for (var query : queries.values()) crossed.or(RuleEngine.numbers(view.whole(), query));
        return crossed;
    }

    private static void read(Cursor<Record> cursor, List<LiveSegment> bundle, Map<UUID, RoaringBitmap> members) {
        var found = bundle.stream()
                .map(segment -> Objects.requireNonNull(members.get(segment.id())))
                .toList();
        try (var rows = Objects.requireNonNull(cursor.resultSet())) {
            while (rows.next()) {
                int number = rows.getInt(1);
                for (int i = 0; i < found.size(); i++)
                    if (rows.getBoolean(i + 2)) found.get(i).add(number);
            }
        } catch (SQLException e) {
            throw new DataAccessException("the members could not be read", e);
        }
    }
}
