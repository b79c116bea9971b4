package regulars.segments;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static schema.segments.Tables.DELTA;
import static schema.segments.Tables.MEMBERSHIP;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Repository;

/** How segments have grown and shrunk. */
@Repository
class SegmentHistoryStore {
    private final DSLContext dsl;

    SegmentHistoryStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Map<UUID, SegmentSize> sizes(Collection<UUID> segments) {
        Map<UUID, SegmentSize> sizes = new HashMap<>();
        dsl.select(
                        MEMBERSHIP.SEGMENT_ID,
                        MEMBERSHIP.SIZE,
                        MEMBERSHIP.AS_OF,
                        DELTA.AS_OF,
                        DELTA.ENTERED_COUNT,
                        DELTA.DEPARTED_COUNT)
                .from(MEMBERSHIP)
                .join(DELTA)
                .on(DELTA.SEGMENT_ID.eq(MEMBERSHIP.SEGMENT_ID), DELTA.VERSION.eq(MEMBERSHIP.DELTA))
                .where(MEMBERSHIP.SEGMENT_ID.in(segments))
                .forEach(row -> sizes.put(
                        row.value1(),
                        new SegmentSize(row.value2(), row.value3(), row.value4(), row.value5(), row.value6())));
        return sizes;
    }

    /** The last size of each day on which it changed, and who came and went that day, oldest first. */
    List<SegmentDay> days(UUID segment, ZoneId zone, LocalDate since) {
        Field<LocalDate> day = day(zone);
        return dsl.select(
                        day,
                        field("(array_agg({0} order by {1} desc))[1]", SQLDataType.INTEGER, DELTA.SIZE, DELTA.VERSION),
                        DSL.sum(DELTA.ENTERED_COUNT).cast(SQLDataType.INTEGER),
                        DSL.sum(DELTA.DEPARTED_COUNT).cast(SQLDataType.INTEGER))
                .from(DELTA)
                .where(
                        DELTA.SEGMENT_ID.eq(segment),
                        DELTA.AS_OF.ge(since.atStartOfDay(zone).toInstant()))
                .groupBy(inline(1))
                .orderBy(inline(1))
                .fetch(row -> new SegmentDay(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    List<SegmentChange> latest(UUID segment, int limit) {
        return dsl.select(
                        DELTA.AS_OF,
                        DELTA.CAUSE,
                        DELTA.RULE_VERSION,
                        DELTA.ENTERED_COUNT,
                        DELTA.DEPARTED_COUNT,
                        DELTA.SIZE)
                .from(DELTA)
                .where(DELTA.SEGMENT_ID.eq(segment))
                .orderBy(DELTA.VERSION.desc())
                .limit(limit)
                .fetch(row -> new SegmentChange(
                        row.value1(),
                        row.value2().toUpperCase(Locale.ROOT),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6()));
    }

    /** The sizes at the ends of the given days, by segment; a segment that did not exist yet then has fewer. */
    Map<UUID, List<Integer>> trends(Collection<UUID> segments, List<Instant> ends) {
        Map<UUID, List<Integer>> trends = new HashMap<>();
        for (Instant end : ends) {
            dsl.select(DELTA.SEGMENT_ID, DELTA.SIZE)
                    .distinctOn(DELTA.SEGMENT_ID)
                    .from(DELTA)
                    .where(DELTA.SEGMENT_ID.in(segments), DELTA.AS_OF.lt(end))
                    .orderBy(DELTA.SEGMENT_ID, DELTA.VERSION.desc())
                    .forEach(row -> trends.computeIfAbsent(row.value1(), segment -> new ArrayList<>())
                            .add(row.value2()));
        }
        return trends;
    }

    /** The members before each of the moments, oldest first; null where it was not evaluated yet. */
    List<@Nullable RoaringBitmap> members(UUID segment, List<Instant> moments) {
        List<@Nullable RoaringBitmap> found = new ArrayList<>();
        var members = new RoaringBitmap();
        boolean known = false;
        try (var deltas = dsl.select(DELTA.AS_OF, DELTA.ENTERED, DELTA.DEPARTED)
                .from(DELTA)
                .where(DELTA.SEGMENT_ID.eq(segment), DELTA.AS_OF.lt(moments.getLast()))
                .orderBy(DELTA.VERSION)
                .fetchLazy()) {
            for (var delta : deltas) {
                while (!delta.value1().isBefore(moments.get(found.size()))) found.add(known ? members.clone() : null);
                members.or(MemberChunks.bitmap(delta.value2()));
                members.andNot(MemberChunks.bitmap(delta.value3()));
                known = true;
            }
        }
        while (found.size() < moments.size()) found.add(known ? members.clone() : null);
        return found;
    }

    private static Field<LocalDate> day(ZoneId zone) {
        return cast(
                field("{0} at time zone {1}", SQLDataType.TIMESTAMP, DELTA.AS_OF, val(zone.getId())),
                SQLDataType.LOCALDATE);
    }
}
