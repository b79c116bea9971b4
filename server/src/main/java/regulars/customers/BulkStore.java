package regulars.customers;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.customers.Tables.BULK_CHANGE;
import static schema.customers.Tables.BULK_CHANGE_ITEM;
import static schema.customers.Tables.CUSTOMER;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.kernel.Actor;
import regulars.kernel.Batch;
import regulars.kernel.Sights;
import schema.customers.tables.records.BulkChangeRecord;

/** Changes of many customers and what their undo needs. */
@Repository
class BulkStore {
    private final DSLContext dsl;
    private final Sights sights;

    BulkStore(DSLContext dsl, Sights sights) {
        this.dsl = dsl;
        this.sights = sights;
    }

    void add(UUID id, BulkChange change, int[] members, Actor actor, Instant now) {
        dsl.insertInto(BULK_CHANGE)
                .set(BULK_CHANGE.ID, id)
                .set(BULK_CHANGE.KIND, change.kind())
                .set(BULK_CHANGE.KEY, change.key())
                .set(BULK_CHANGE.VALUE, change.value())
                .set(BULK_CHANGE.NOTE, change.note())
                .set(BULK_CHANGE.MEMBERS, bytes(members))
                .set(BULK_CHANGE.TOTAL, members.length)
                .set(BULK_CHANGE.ACTOR, actor.toString())
                .set(BULK_CHANGE.STARTED_AT, now)
                .execute();
    }

    void runBy(UUID id, UUID job) {
        dsl.update(BULK_CHANGE)
                .set(BULK_CHANGE.JOB_ID, job)
                .where(BULK_CHANGE.ID.eq(id))
                .execute();
    }

    /** False when somebody undoes it already. */
    boolean undoBy(UUID id, UUID job) {
        return dsl.update(BULK_CHANGE)
                        .set(BULK_CHANGE.UNDO_JOB_ID, job)
                        .where(BULK_CHANGE.ID.eq(id))
                        .and(BULK_CHANGE.UNDO_JOB_ID.isNull())
                        .execute()
                > 0;
    }

    @Nullable
    BulkChangeRecord find(UUID id) {
        return dsl.selectFrom(BULK_CHANGE)
                .where(BULK_CHANGE.ID.eq(id), sights.current().admitsActor(BULK_CHANGE.ACTOR))
                .fetchOne();
    }

    List<BulkView> latest(int limit) {
        return dsl.selectFrom(BULK_CHANGE)
                .where(sights.current().admitsActor(BULK_CHANGE.ACTOR))
                .orderBy(BULK_CHANGE.STARTED_AT.desc(), BULK_CHANGE.ID.desc())
                .limit(limit)
                .fetch(BulkStore::view);
    }

    static BulkView view(BulkChangeRecord row) {
        return new BulkView(
                row.getId(),
                row.getKind(),
                row.getKey(),
                row.getValue(),
                row.getTotal(),
                row.getAltered(),
                row.getSame(),
                row.getGone(),
                row.getRestored(),
                row.getChangedSince(),
                row.getJobId(),
                row.getUndoJobId(),
                row.getStartedAt(),
                row.getEndedAt(),
                row.getUndoneAt());
    }

    /** Adds what became of one batch. */
    void keep(UUID id, List<BulkItem> changed, int same, int gone) {
        if (!changed.isEmpty()) {
            var input = Batch.of("input", changed)
                    .column("customer", INTEGER, BulkItem::customer)
                    .column("former", VARCHAR, BulkItem::former)
                    .column("word", BIGINT, BulkItem::word);
            dsl.insertInto(
                            BULK_CHANGE_ITEM,
                            BULK_CHANGE_ITEM.CHANGE_ID,
                            BULK_CHANGE_ITEM.CUSTOMER_NUMBER,
                            BULK_CHANGE_ITEM.FORMER,
                            BULK_CHANGE_ITEM.WORD)
                    .select(select(
                                    val(id),
                                    input.<Integer>field("customer"),
                                    input.<String>field("former"),
                                    input.<Long>field("word"))
                            .from(input.table()))
                    .execute();
        }
        dsl.update(BULK_CHANGE)
                .set(BULK_CHANGE.ALTERED, BULK_CHANGE.ALTERED.plus(changed.size()))
                .set(BULK_CHANGE.SAME, BULK_CHANGE.SAME.plus(same))
                .set(BULK_CHANGE.GONE, BULK_CHANGE.GONE.plus(gone))
                .where(BULK_CHANGE.ID.eq(id))
                .execute();
    }

    void end(UUID id, Instant now) {
        dsl.update(BULK_CHANGE)
                .set(BULK_CHANGE.ENDED_AT, now)
                .setNull(BULK_CHANGE.MEMBERS)
                .where(BULK_CHANGE.ID.eq(id))
                .execute();
    }

    /** Those it changed, by number, after the given one. */
    List<BulkItem> items(UUID id, int after, int limit) {
        return dsl.select(BULK_CHANGE_ITEM.CUSTOMER_NUMBER, BULK_CHANGE_ITEM.FORMER, BULK_CHANGE_ITEM.WORD)
                .from(BULK_CHANGE_ITEM)
                .where(BULK_CHANGE_ITEM.CHANGE_ID.eq(id))
                .and(BULK_CHANGE_ITEM.CUSTOMER_NUMBER.gt(after))
                .orderBy(BULK_CHANGE_ITEM.CUSTOMER_NUMBER)
                .limit(limit)
                .fetch(row -> new BulkItem(row.value1(), row.value2(), row.value3()));
    }

    /** Whether somebody it changed is out of the caller's sight by now. */
    boolean reachesBeyondSight(UUID id) {
        var seen = sights.current();
        return !seen.whole()
                && dsl.fetchExists(dsl.selectOne()
                        .from(BULK_CHANGE_ITEM)
                        .join(CUSTOMER)
                        .on(CUSTOMER.NUMBER.eq(BULK_CHANGE_ITEM.CUSTOMER_NUMBER))
                        .where(BULK_CHANGE_ITEM.CHANGE_ID.eq(id))
                        .and(CUSTOMER.OWNER_ID.isNull().orNot(seen.admits(CUSTOMER.OWNER_ID))));
    }

    void keepUndone(UUID id, int restored, int changedSince) {
        dsl.update(BULK_CHANGE)
                .set(BULK_CHANGE.RESTORED, BULK_CHANGE.RESTORED.plus(restored))
                .set(BULK_CHANGE.CHANGED_SINCE, BULK_CHANGE.CHANGED_SINCE.plus(changedSince))
                .where(BULK_CHANGE.ID.eq(id))
                .execute();
    }

    void undone(UUID id, Instant now) {
        dsl.update(BULK_CHANGE)
                .set(BULK_CHANGE.UNDONE_AT, now)
                .where(BULK_CHANGE.ID.eq(id))
                .execute();
    }

    private static byte[] bytes(int[] numbers) {
        var buffer = ByteBuffer.allocate(Integer.BYTES * numbers.length);
        buffer.asIntBuffer().put(numbers);
        return buffer.array();
    }

    static int[] numbers(byte @Nullable [] bytes) {
        if (bytes == null) return new int[0];
        var numbers = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(numbers);
        return numbers;
    }
}
