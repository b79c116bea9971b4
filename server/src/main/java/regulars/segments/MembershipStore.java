package regulars.segments;

import static schema.segments.Tables.DELTA;
import static schema.segments.Tables.MEMBERSHIP;
import static schema.segments.Tables.MEMBER_CHUNK;
import static schema.segments.Tables.SEGMENT;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Repository;

/** Who is a member, and every change of it: chunks are the sum of all deltas. */
@Repository
class MembershipStore {
    private final DSLContext dsl;

    MembershipStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Makes the members those of the evaluation and appends what changed. An evaluation that is older than the last one
     * written, or of an older rule, changes nothing: another thread or node was faster.
     *
     * @param asked why it was evaluated; members that differ under another rule left or entered by the edit
     */
    void apply(UUID segment, int ruleVersion, Evaluated evaluated, DeltaCause asked) {
        dsl.transaction(tx -> {
            var current = lock(tx.dsl(), segment);
            if (current != null && overtaken(current, ruleVersion, evaluated)) return;
            var before = current == null ? new RoaringBitmap() : members(tx.dsl(), segment);
            var entered = RoaringBitmap.andNot(evaluated.members(), before);
            var departed = RoaringBitmap.andNot(before, evaluated.members());
            boolean changed = current == null || !entered.isEmpty() || !departed.isEmpty();
            long delta = current == null ? 1 : current.delta() + (changed ? 1 : 0);
            if (changed) {
                var cause = cause(current, ruleVersion, asked);
                append(tx.dsl(), segment, new Change(delta, cause, ruleVersion, entered, departed), evaluated);
                rewrite(tx.dsl(), segment, evaluated.members(), RoaringBitmap.or(entered, departed));
            }
            stand(tx.dsl(), segment, delta, ruleVersion, evaluated);
        });
    }

    RoaringBitmap members(UUID segment) {
        return members(dsl, segment);
    }

    /** The members before a moment: the sum of all deltas up to it. */
    RoaringBitmap at(UUID segment, Instant before) {
        var members = new RoaringBitmap();
        dsl.select(DELTA.ENTERED, DELTA.DEPARTED)
                .from(DELTA)
                .where(DELTA.SEGMENT_ID.eq(segment), DELTA.AS_OF.lt(before))
                .orderBy(DELTA.VERSION)
                .forEach(row -> {
                    members.or(MemberChunks.bitmap(row.value1()));
                    members.andNot(MemberChunks.bitmap(row.value2()));
                });
        return members;
    }

    /** When and why somebody last entered; null who never did. */
    @Nullable
    Entrance entered(UUID segment, int customer) {
        try (var deltas = dsl.select(DELTA.AS_OF, DELTA.CAUSE, DELTA.ENTERED)
                .from(DELTA)
                .where(DELTA.SEGMENT_ID.eq(segment), DELTA.ENTERED_COUNT.gt(0))
                .orderBy(DELTA.VERSION.desc())
                .fetchSize(100)
                .fetchLazy()) {
            for (var delta : deltas) {
                if (MemberChunks.bitmap(delta.value3()).contains(customer))
                    return new Entrance(delta.value1(), delta.value2().toUpperCase(Locale.ROOT));
            }
        }
        return null;
    }

    boolean evaluated(UUID segment) {
        return dsl.fetchExists(MEMBERSHIP, MEMBERSHIP.SEGMENT_ID.eq(segment));
    }

    /** The segments a customer is in. */
    List<UUID> of(int customer) {
        return dsl
                .select(MEMBER_CHUNK.SEGMENT_ID, MEMBER_CHUNK.MEMBERS)
                .from(MEMBER_CHUNK)
                .join(SEGMENT)
                .on(SEGMENT.ID.eq(MEMBER_CHUNK.SEGMENT_ID), SEGMENT.DELETED_AT.isNull())
                .where(MEMBER_CHUNK.CHUNK.eq(MemberChunks.of(customer)))
                .fetch()
                .stream()
                .filter(row -> MemberChunks.bitmap(row.value2()).contains(customer))
                .map(row -> row.value1())
                .toList();
    }

    private record Current(long delta, int ruleVersion, Instant asOf) {}

    private record Change(
            long version, DeltaCause cause, int ruleVersion, RoaringBitmap entered, RoaringBitmap departed) {}

    /** The segment's own row is the lock, for the membership may not exist yet. */
    private static @Nullable Current lock(DSLContext tx, UUID segment) {
        tx.select(SEGMENT.ID)
                .from(SEGMENT)
                .where(SEGMENT.ID.eq(segment))
                .forNoKeyUpdate()
                .execute();
        return tx.select(MEMBERSHIP.DELTA, MEMBERSHIP.RULE_VERSION, MEMBERSHIP.AS_OF)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.SEGMENT_ID.eq(segment))
                .fetchOne(row -> new Current(row.value1(), row.value2(), row.value3()));
    }

    private static boolean overtaken(Current current, int ruleVersion, Evaluated evaluated) {
        return current.ruleVersion() > ruleVersion
                || (current.ruleVersion() == ruleVersion && current.asOf().isAfter(evaluated.asOf()));
    }

    private static DeltaCause cause(@Nullable Current current, int ruleVersion, DeltaCause asked) {
        if (current == null) return DeltaCause.CREATED;
        return current.ruleVersion() == ruleVersion ? asked : DeltaCause.EDITED;
    }

    private static RoaringBitmap members(DSLContext db, UUID segment) {
        var chunks = db.select(MEMBER_CHUNK.MEMBERS)
                .from(MEMBER_CHUNK)
                .where(MEMBER_CHUNK.SEGMENT_ID.eq(segment))
                .fetch(row -> MemberChunks.bitmap(row.value1()));
        var members = new RoaringBitmap();
        chunks.forEach(members::or);
        return members;
    }

    private static void append(DSLContext tx, UUID segment, Change change, Evaluated evaluated) {
        tx.insertInto(DELTA)
                .set(DELTA.SEGMENT_ID, segment)
                .set(DELTA.VERSION, change.version())
                .set(DELTA.CAUSE, change.cause().name().toLowerCase(Locale.ROOT))
                .set(DELTA.RULE_VERSION, change.ruleVersion())
                .set(DELTA.AS_OF, evaluated.asOf())
                .set(DELTA.WATERMARK, evaluated.watermark().value())
                .set(DELTA.ENTERED, MemberChunks.bytes(change.entered()))
                .set(DELTA.DEPARTED, MemberChunks.bytes(change.departed()))
                .set(DELTA.ENTERED_COUNT, change.entered().getCardinality())
                .set(DELTA.DEPARTED_COUNT, change.departed().getCardinality())
                .set(DELTA.SIZE, evaluated.members().getCardinality())
                .execute();
    }

    private static void rewrite(DSLContext tx, UUID segment, RoaringBitmap members, RoaringBitmap touched) {
        Set<Integer> chunks = MemberChunks.cut(touched).keySet();
        for (int chunk : chunks) {
            var bytes = MemberChunks.bytes(MemberChunks.part(members, chunk));
            tx.insertInto(MEMBER_CHUNK)
                    .set(MEMBER_CHUNK.SEGMENT_ID, segment)
                    .set(MEMBER_CHUNK.CHUNK, chunk)
                    .set(MEMBER_CHUNK.MEMBERS, bytes)
                    .onConflict(MEMBER_CHUNK.SEGMENT_ID, MEMBER_CHUNK.CHUNK)
                    .doUpdate()
                    .set(MEMBER_CHUNK.MEMBERS, bytes)
                    .execute();
        }
    }

    private static void stand(DSLContext tx, UUID segment, long delta, int ruleVersion, Evaluated evaluated) {
        var row = tx.newRecord(MEMBERSHIP);
        row.setSegmentId(segment);
        row.setDelta(delta);
        row.setRuleVersion(ruleVersion);
        row.setSize(evaluated.members().getCardinality());
        row.setAsOf(evaluated.asOf());
        row.setWatermark(evaluated.watermark().value());
        row.setWatermarkAt(evaluated.watermark().at());
        row.setTookMicros(evaluated.tookMicros());
        tx.insertInto(MEMBERSHIP)
                .set(row)
                .onConflict(MEMBERSHIP.SEGMENT_ID)
                .doUpdate()
                .set(row)
                .execute();
    }
}
