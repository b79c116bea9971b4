package regulars.channels;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.SMALLINT;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static regulars.channels.MessageState.CLAIMED;
import static regulars.channels.MessageState.DEFERRED;
import static regulars.channels.MessageState.HANDED_OVER;
import static regulars.channels.MessageState.QUEUED;
import static regulars.channels.MessageState.UNKNOWN;
import static schema.channels.Tables.DECISION;
import static schema.channels.Tables.MESSAGE;
import static schema.channels.Tables.SENDING;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectSelectStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;
import schema.channels.tables.records.MessageRecord;

/**
 * The sender's moves on the ledger. Each names the node that makes it and changes nothing for a node that was taken for
 * dead: that is the fence.
 */
@Repository
class QueueStore {
    /** A message that was in flight in so many deaths is suspected of causing them. */
    private static final int MOST_CRASHES = 10;

    private static final List<Field<?>> LOGGED = List.of(
            DECISION.MESSAGE_NUMBER,
            DECISION.AT,
            DECISION.STATE,
            DECISION.REASON,
            DECISION.DETAIL,
            DECISION.ATTEMPT,
            DECISION.EVIDENCE_ID);

    private final DSLContext dsl;
    private final NodeStore nodes;

    QueueStore(DSLContext dsl, NodeStore nodes) {
        this.dsl = dsl;
        this.nodes = nodes;
    }

    /** Takes what is due; the common table expression locks exactly the rows that are then changed. */
    Claimed claim(SendingStore.Running sending, Node.Life life, int limit, Instant now) {
        var picked = name("picked")
                .as(select(MESSAGE.NUMBER)
                        .from(MESSAGE)
                        .where(MESSAGE.SENDING_ID.eq(sending.sending().id()))
                        .and(MESSAGE.DUE_AT.le(now))
                        .orderBy(MESSAGE.DUE_AT, MESSAGE.NUMBER)
                        .limit(limit)
                        .forUpdate()
                        .skipLocked());
        return dsl.transactionResult(configuration -> {
            var tx = configuration.dsl();
            if (!nodes.holds(tx, life.id())) return new Claimed(sending, life, List.of());
            var items = tx.with(picked)
                    .update(MESSAGE)
                    .set(MESSAGE.STATE, CLAIMED.code())
                    .set(MESSAGE.NODE, life.id())
                    .setNull(MESSAGE.DUE_AT)
                    .from(picked)
                    .where(MESSAGE.NUMBER.eq(picked.field(MESSAGE.NUMBER)))
                    .returning(MESSAGE.fields())
                    .fetch(QueueStore::item);
            return new Claimed(sending, life, items);
        });
    }

    private static Claimed.Item item(MessageRecord row) {
        var message = new QueuedMessage(
                row.getNumber(),
                row.getId(),
                row.getSendingId(),
                row.getCustomerNumber(),
                row.getSubjectNumber(),
                row.getAddress(),
                row.getAttempts() + 1,
                row.getQueuedAt());
        return new Claimed.Item(message, row.getLostReplies());
    }

    /** {@code late} outcomes were refused, for the messages are no longer ours. */
    record Turn(int late, Set<Long> handedOver) {}

    /**
     * Between two batches, in one transaction: what became of the last one, and the mark on the next, from which on a
     * crash means that the outcome is unknown. So never more than one batch is marked and without an outcome. Marks
     * nobody of a sending that does not run any more.
     */
    Turn turn(Node.Life life, UUID sendingId, List<Ending> endings, Collection<Long> next, Instant now) {
        return dsl.transactionResult(configuration -> {
            var tx = configuration.dsl();
            if (!nodes.holds(tx, life.id())) return new Turn(endings.size(), Set.of());
            int late = endings.isEmpty() ? 0 : end(tx, life, endings, now);
            return new Turn(late, next.isEmpty() ? Set.of() : handOver(tx, life, sendingId, next, now));
        });
    }

    private static Set<Long> handOver(
            DSLContext tx, Node.Life life, UUID sendingId, Collection<Long> numbers, Instant now) {
        var running = select(inline(1))
                .from(SENDING)
                .where(SENDING.ID.eq(sendingId))
                .and(SENDING.STATE.eq(SendingState.RUNNING.code()));
        return new HashSet<>(tx.update(MESSAGE)
                .set(MESSAGE.STATE, HANDED_OVER.code())
                .set(MESSAGE.ATTEMPTS, MESSAGE.ATTEMPTS.plus(1))
                .set(MESSAGE.HANDED_OVER_AT, now)
                .where(ours(life, numbers))
                .and(MESSAGE.STATE.eq(CLAIMED.code()))
                .and(exists(running))
                .returningResult(MESSAGE.NUMBER)
                .fetch(MESSAGE.NUMBER));
    }

    /** Back into the queue, never having been on the wire; each due at its own time. */
    void giveBack(Node.Life life, Map<Long, Instant> due) {
        var input = Batch.of("input", List.copyOf(due.entrySet()))
                .column("number", BIGINT, Map.Entry::getKey)
                .column("due_at", INSTANT, Map.Entry::getValue);
        dsl.update(MESSAGE)
                .set(MESSAGE.ATTEMPTS, tries())
                .set(
                        MESSAGE.STATE,
                        case_().when(tries().eq((short) 0), QUEUED.code()).else_(DEFERRED.code()))
                .set(MESSAGE.DUE_AT, input.<Instant>field("due_at"))
                .setNull(MESSAGE.NODE)
                .from(input.table())
                .where(MESSAGE.NUMBER.eq(input.<Long>field("number")))
                .and(MESSAGE.NODE.eq(life.id()))
                .execute();
    }

    private static Field<Short> tries() {
        return case_().when(MESSAGE.STATE.eq(HANDED_OVER.code()), MESSAGE.ATTEMPTS.minus(1))
                .else_(MESSAGE.ATTEMPTS);
    }

    private static Condition ours(Node.Life life, Collection<Long> numbers) {
        return MESSAGE.NODE.eq(life.id()).and(MESSAGE.NUMBER.eq(DSL.any(numbers.toArray(Long[]::new))));
    }

    /** One statement: what is still ours ends, and that is logged. Answers how many are ours no longer. */
    private static int end(DSLContext tx, Node.Life life, List<Ending> endings, Instant now) {
        var input = input(endings, now);
        var written = name("written")
                .as(tx.update(MESSAGE)
                        .set(MESSAGE.STATE, input.<String>field("state"))
                        .set(MESSAGE.REASON, input.<String>field("reason"))
                        .set(MESSAGE.DUE_AT, input.<Instant>field("due_at"))
                        .setNull(MESSAGE.NODE)
                        .set(MESSAGE.ENDED_AT, input.<Instant>field("ended_at"))
                        .set(MESSAGE.REPLY, input.<String>field("detail"))
                        .set(MESSAGE.EVIDENCE_ID, input.<Long>field("evidence_id"))
                        .set(MESSAGE.LOST_REPLIES, MESSAGE.LOST_REPLIES.plus(input.<Short>field("lost")))
                        .from(input.table())
                        .where(MESSAGE.NUMBER.eq(input.<Long>field("number")))
                        .and(MESSAGE.NODE.eq(life.id()))
                        .returningResult(MESSAGE.NUMBER));
        var number = DSL.field(name("written", MESSAGE.NUMBER.getName()), BIGINT);
        int logged = tx.with(written)
                .insertInto(DECISION, LOGGED)
                .select(logged(input, now).from(input.table()).join(written).on(number.eq(input.<Long>field("number"))))
                .execute();
        return endings.size() - logged;
    }

    private static Batch<Ending> input(List<Ending> endings, Instant now) {
        return Batch.of("input", endings)
                .column("number", BIGINT, Ending::number)
                .column("state", VARCHAR, e -> e.state().code())
                .column("reason", VARCHAR, Ending::reasonCode)
                .column("due_at", INSTANT, Ending::dueAt)
                .column("ended_at", INSTANT, e -> e.isFinal() ? now : null)
                .column("detail", VARCHAR, Ending::detail)
                .column("evidence_id", BIGINT, Ending::evidenceId)
                .column("attempt", SMALLINT, e -> (short) e.attempt())
                .column("lost", SMALLINT, e -> (short) (e.reason() == Reason.REPLY_LOST ? 1 : 0));
    }

    private static void log(DSLContext tx, List<Ending> endings, Instant now) {
        if (endings.isEmpty()) return;
        var input = input(endings, now);
        tx.insertInto(DECISION, LOGGED)
                .select(logged(input, now).from(input.table()))
                .execute();
    }

    private static SelectSelectStep<Record> logged(Batch<Ending> input, Instant now) {
        return select(List.of(
                input.<Long>field("number"),
                val(now),
                input.<String>field("state"),
                input.<String>field("reason"),
                input.<String>field("detail"),
                input.<Short>field("attempt"),
                input.<Long>field("evidence_id")));
    }

    /**
     * Takes back what the dead held: the merely claimed waits again, the handed over is unknown and by default tried
     * once more under the same Message-ID. Answers how many.
     */
    int recover(Instant now) {
        return dsl.transactionResult(configuration -> {
            var tx = configuration.dsl();
            var dead = nodes.takeDead(tx);
            if (dead.isEmpty()) return 0;
            return requeue(tx, dead, now) + markUnknown(tx, dead, now);
        });
    }

    private static int requeue(DSLContext tx, List<UUID> dead, Instant now) {
        return tx.update(MESSAGE)
                .set(
                        MESSAGE.STATE,
                        case_().when(MESSAGE.ATTEMPTS.eq((short) 0), QUEUED.code())
                                .else_(DEFERRED.code()))
                .set(MESSAGE.DUE_AT, now)
                .setNull(MESSAGE.NODE)
                .where(MESSAGE.NODE.in(dead))
                .and(MESSAGE.STATE.eq(CLAIMED.code()))
                .execute();
    }

    private static int markUnknown(DSLContext tx, List<UUID> dead, Instant now) {
        var again = MESSAGE.CRASHES.lt((short) MOST_CRASHES).and(SENDING.DELIVERY.eq(Delivery.AT_LEAST_ONCE.code()));
        var unknown = tx.update(MESSAGE)
                .set(MESSAGE.STATE, UNKNOWN.code())
                .set(MESSAGE.REASON, Reason.SENDER_DIED.code())
                .set(MESSAGE.DUE_AT, case_().when(again, val(now)))
                .set(MESSAGE.ENDED_AT, case_().when(again.not(), val(now)))
                .set(MESSAGE.CRASHES, MESSAGE.CRASHES.plus(1))
                .setNull(MESSAGE.NODE)
                .from(SENDING)
                .where(SENDING.ID.eq(MESSAGE.SENDING_ID))
                .and(MESSAGE.NODE.in(dead))
                .returning(MESSAGE.NUMBER, MESSAGE.ATTEMPTS, MESSAGE.DUE_AT)
                .fetch(row -> new Ending(
                        row.getNumber(), row.getAttempts(), UNKNOWN, Reason.SENDER_DIED, row.getDueAt(), null, null));
        log(tx, unknown, now);
        return unknown.size();
    }

    /**
     * Whether anyone of the sending still waits or is on the way. Asked in one statement: between two a message that comes
     * back from the wire into the queue would be seen in neither place, and its sending ended without it.
     */
    boolean isOpen(DSLContext tx, UUID sendingId) {
        var ofSending = select(inline(1)).from(MESSAGE).where(MESSAGE.SENDING_ID.eq(sendingId));
        var waiting = exists(ofSending.and(MESSAGE.DUE_AT.isNotNull()));
        var onTheWay = exists(select(inline(1))
                .from(MESSAGE)
                .where(MESSAGE.SENDING_ID.eq(sendingId))
                .and(MESSAGE.NODE.isNotNull()));
        return tx.select(DSL.field(waiting.or(onTheWay))).fetchSingle().value1();
    }

    /** Ends everybody of the sending who waits: too late, or stopped by a person. */
    void endWaiting(UUID sendingId, MessageState state, Reason reason, Instant now) {
        dsl.transaction(configuration -> {
            var tx = configuration.dsl();
            var ended = tx.update(MESSAGE)
                    .set(MESSAGE.STATE, state.code())
                    .set(MESSAGE.REASON, reason.code())
                    .setNull(MESSAGE.DUE_AT)
                    .set(MESSAGE.ENDED_AT, now)
                    .where(MESSAGE.SENDING_ID.eq(sendingId))
                    .and(MESSAGE.DUE_AT.isNotNull())
                    .returning(MESSAGE.NUMBER, MESSAGE.ATTEMPTS)
                    .fetch(row -> new Ending(row.getNumber(), row.getAttempts(), state, reason, null, null, null));
            for (int from = 0; from < ended.size(); from += 1000) {
                log(tx, ended.subList(from, Math.min(from + 1000, ended.size())), now);
            }
        });
    }
}
