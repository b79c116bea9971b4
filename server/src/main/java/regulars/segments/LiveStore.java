package regulars.segments;

import static org.jooq.impl.DSL.excluded;
import static schema.segments.Tables.DELTA;
import static schema.segments.Tables.MEMBERSHIP;
import static schema.segments.Tables.MEMBER_CHUNK;
import static schema.segments.Tables.SEGMENT;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.springframework.stereotype.Repository;
import regulars.warehouse.Watermark;

/** Writes what moved in many segments at once: the statements are few, however many segments there are. */
@Repository
class LiveStore {
    private final DSLContext dsl;
    private final List<SegmentWatch> watches;

    LiveStore(DSLContext dsl, List<SegmentWatch> watches) {
        this.dsl = dsl;
        this.watches = List.copyOf(watches);
    }

    /** Of which moment and which state of the mirror the members are. */
    record Moment(Instant asOf, Watermark watermark) {}

    /**
     * Writes moves, each with its deltas, in one transaction, and tells those who watch.
     *
     * @return the segments whose members somebody else has written meanwhile: nothing of theirs is written
     */
    Set<UUID> write(List<LiveMove> moves, Moment moment) {
        if (moves.isEmpty()) return Set.of();
        return dsl.transactionResult(tx -> {
            var overtaken = overtaken(tx.dsl(), moves);
            var mine = moves.stream()
                    .filter(move -> !overtaken.contains(move.segment()))
                    .toList();
            if (mine.isEmpty()) return overtaken;
            append(tx.dsl(), mine, moment);
            rewrite(tx.dsl(), mine);
            stand(tx.dsl(), mine, moment);
            mine.forEach(move -> tell(move, moment));
            return overtaken;
        });
    }

    private void tell(LiveMove move, Moment moment) {
        for (var watch : watches) {
            if (!watch.watches(move.segment())) continue;
            for (var part : move.parts()) {
                switch (part.cause()) {
                    case LIVE, TIME ->
                        watch.moved(new SegmentMoved(
                                move.segment(),
                                part.cause() == DeltaCause.TIME,
                                moment.asOf(),
                                part.entered(),
                                part.departed()));
                    case CREATED, EDITED, REBUILT, FROZEN -> {}
                }
            }
        }
    }

    /** Their members are the same, at a later moment. */
    void stillStand(Collection<UUID> segments, Moment moment) {
        dsl.update(MEMBERSHIP)
                .set(MEMBERSHIP.AS_OF, moment.asOf())
                .set(MEMBERSHIP.WATERMARK, moment.watermark().value())
                .set(MEMBERSHIP.WATERMARK_AT, moment.watermark().at())
                .where(MEMBERSHIP.SEGMENT_ID.in(segments), MEMBERSHIP.AS_OF.lt(moment.asOf()))
                .execute();
    }

    /** The segments' own rows are the lock, as in every other way to write members. */
    private static Set<UUID> overtaken(DSLContext tx, List<LiveMove> moves) {
        var ids = moves.stream().map(LiveMove::segment).sorted().toList();
        tx.select(SEGMENT.ID)
                .from(SEGMENT)
                .where(SEGMENT.ID.in(ids))
                .orderBy(SEGMENT.ID)
                .forNoKeyUpdate()
                .execute();
        Map<UUID, Record3<UUID, Long, Integer>> standing = tx.select(
                        MEMBERSHIP.SEGMENT_ID, MEMBERSHIP.DELTA, MEMBERSHIP.RULE_VERSION)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.SEGMENT_ID.in(ids))
                .fetchMap(MEMBERSHIP.SEGMENT_ID);
        Set<UUID> overtaken = new HashSet<>();
        for (var move : moves) {
            var row = standing.get(move.segment());
            if (row == null || row.value2() != move.delta() || row.value3() != move.ruleVersion()) {
                overtaken.add(move.segment());
            }
        }
        return overtaken;
    }

    private static void append(DSLContext tx, List<LiveMove> moves, Moment moment) {
        var rows = tx.insertInto(
                DELTA,
                DELTA.SEGMENT_ID,
                DELTA.VERSION,
                DELTA.CAUSE,
                DELTA.RULE_VERSION,
                DELTA.AS_OF,
                DELTA.WATERMARK,
                DELTA.ENTERED,
                DELTA.DEPARTED,
                DELTA.ENTERED_COUNT,
                DELTA.DEPARTED_COUNT,
                DELTA.SIZE);
        boolean any = false;
        for (var move : moves) {
            long version = move.delta();
            for (var part : move.parts()) {
                any = true;
                rows = rows.values(
                        move.segment(),
                        ++version,
                        part.cause().name().toLowerCase(Locale.ROOT),
                        move.ruleVersion(),
                        moment.asOf(),
                        moment.watermark().value(),
                        MemberChunks.bytes(part.entered()),
                        MemberChunks.bytes(part.departed()),
                        part.entered().getCardinality(),
                        part.departed().getCardinality(),
                        part.size());
            }
        }
        if (any) rows.execute();
    }

    private static void rewrite(DSLContext tx, List<LiveMove> moves) {
        var rows = tx.insertInto(MEMBER_CHUNK, MEMBER_CHUNK.SEGMENT_ID, MEMBER_CHUNK.CHUNK, MEMBER_CHUNK.MEMBERS);
        boolean any = false;
        for (var move : moves) {
            for (int chunk : MemberChunks.cut(move.touched()).keySet()) {
                any = true;
                rows = rows.values(move.segment(), chunk, MemberChunks.bytes(MemberChunks.part(move.members(), chunk)));
            }
        }
        if (!any) return;
        rows.onConflict(MEMBER_CHUNK.SEGMENT_ID, MEMBER_CHUNK.CHUNK)
                .doUpdate()
                .set(MEMBER_CHUNK.MEMBERS, excluded(MEMBER_CHUNK.MEMBERS))
                .execute();
    }

    private static void stand(DSLContext tx, List<LiveMove> moves, Moment moment) {
        var rows = tx.insertInto(
                MEMBERSHIP,
                MEMBERSHIP.SEGMENT_ID,
                MEMBERSHIP.DELTA,
                MEMBERSHIP.RULE_VERSION,
                MEMBERSHIP.SIZE,
                MEMBERSHIP.AS_OF,
                MEMBERSHIP.WATERMARK,
                MEMBERSHIP.WATERMARK_AT,
                MEMBERSHIP.TOOK_MICROS);
        for (var move : moves) {
            rows = rows.values(
                    move.segment(),
                    move.deltaAfter(),
                    move.ruleVersion(),
                    move.members().getCardinality(),
                    moment.asOf(),
                    moment.watermark().value(),
                    moment.watermark().at(),
                    0L);
        }
        rows.onConflict(MEMBERSHIP.SEGMENT_ID)
                .doUpdate()
                .set(MEMBERSHIP.DELTA, excluded(MEMBERSHIP.DELTA))
                .set(MEMBERSHIP.SIZE, excluded(MEMBERSHIP.SIZE))
                .set(MEMBERSHIP.AS_OF, excluded(MEMBERSHIP.AS_OF))
                .set(MEMBERSHIP.WATERMARK, excluded(MEMBERSHIP.WATERMARK))
                .set(MEMBERSHIP.WATERMARK_AT, excluded(MEMBERSHIP.WATERMARK_AT))
                .execute();
    }
}
