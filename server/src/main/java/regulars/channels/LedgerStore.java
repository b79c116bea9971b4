package regulars.channels;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static schema.channels.Tables.DECISION;
import static schema.channels.Tables.MESSAGE;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The ledger: one row a recipient, written when queued and read by reports. The sender's own moves are in QueueStore. */
@Repository
class LedgerStore {
    private final DSLContext dsl;

    LedgerStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Set<Integer> customersOf(DSLContext tx, UUID sendingId, Collection<NewMessage> among) {
        return tx.select(MESSAGE.CUSTOMER_NUMBER)
                .from(MESSAGE)
                .where(MESSAGE.SENDING_ID.eq(sendingId))
                .and(MESSAGE.CUSTOMER_NUMBER.in(
                        among.stream().map(NewMessage::customerNumber).toList()))
                .fetchSet(MESSAGE.CUSTOMER_NUMBER);
    }

    /** Which addresses of these candidates the sending already has, by {@link EmailAddresses#key}. */
    Set<String> takenAddresses(DSLContext tx, UUID sendingId, Collection<NewMessage> among) {
        var keys = among.stream()
                .map(NewMessage::address)
                .filter(Objects::nonNull)
                .map(EmailAddresses::key)
                .toList();
        return new HashSet<>(tx.select(lower(MESSAGE.ADDRESS))
                .from(MESSAGE)
                .where(MESSAGE.SENDING_ID.eq(sendingId))
                .and(lower(MESSAGE.ADDRESS).in(keys))
                .and(occupying())
                .fetch(row -> EmailAddresses.key(row.value1())));
    }

    private static Condition occupying() {
        return MESSAGE.STATE.ne(MessageState.EXCLUDED.code()).or(MESSAGE.REASON.eq(Reason.CONTROL_GROUP.code()));
    }

    void insert(DSLContext tx, UUID sendingId, List<Gate.Decided> decided, Instant now) {
        if (decided.isEmpty()) return;
        var rows = decided.stream()
                .map(d -> row(
                        d.message().id(),
                        sendingId,
                        d.message().customerNumber(),
                        d.message().subjectNumber(),
                        d.message().address(),
                        d.state().code(),
                        d.reason() == null ? null : d.reason().code(),
                        d.evidenceId(),
                        d.reason() == null ? now : null,
                        now,
                        d.reason() == null ? null : now))
                .toList();
        tx.insertInto(
                        MESSAGE,
                        MESSAGE.ID,
                        MESSAGE.SENDING_ID,
                        MESSAGE.CUSTOMER_NUMBER,
                        MESSAGE.SUBJECT_NUMBER,
                        MESSAGE.ADDRESS,
                        MESSAGE.STATE,
                        MESSAGE.REASON,
                        MESSAGE.EVIDENCE_ID,
                        MESSAGE.DUE_AT,
                        MESSAGE.QUEUED_AT,
                        MESSAGE.ENDED_AT)
                .valuesOfRows(rows)
                .execute();
    }

    List<GateCount> counts(UUID sendingId) {
        return dsl.select(MESSAGE.STATE, MESSAGE.REASON, count())
                .from(MESSAGE)
                .where(MESSAGE.SENDING_ID.eq(sendingId))
                .groupBy(MESSAGE.STATE, MESSAGE.REASON)
                .orderBy(MESSAGE.STATE, MESSAGE.REASON)
                .fetch(row -> new GateCount(MessageState.of(row.value1()), reason(row.value2()), row.value3()));
    }

    List<MessageView> messages(
            UUID sendingId, @Nullable MessageState state, @Nullable Reason reason, long after, int limit) {
        return dsl.selectFrom(MESSAGE)
                .where(MESSAGE.SENDING_ID.eq(sendingId))
                .and(MESSAGE.NUMBER.gt(after))
                .and(state == null ? noCondition() : MESSAGE.STATE.eq(state.code()))
                .and(reason == null ? noCondition() : MESSAGE.REASON.eq(reason.code()))
                .orderBy(MESSAGE.NUMBER)
                .limit(limit)
                .fetch(LedgerStore::view);
    }

    Optional<MessageView> message(UUID id) {
        return dsl.selectFrom(MESSAGE).where(MESSAGE.ID.eq(id)).fetchOptional(LedgerStore::view);
    }

    List<MessageDecision> decisions(UUID messageId) {
        return dsl.select(DECISION.fields())
                .from(DECISION)
                .join(MESSAGE)
                .on(MESSAGE.NUMBER.eq(DECISION.MESSAGE_NUMBER))
                .where(MESSAGE.ID.eq(messageId))
                .orderBy(DECISION.ID)
                .fetch(row -> new MessageDecision(
                        row.get(DECISION.AT),
                        MessageState.of(row.get(DECISION.STATE)),
                        reason(row.get(DECISION.REASON)),
                        row.get(DECISION.DETAIL),
                        row.get(DECISION.ATTEMPT),
                        row.get(DECISION.EVIDENCE_ID)));
    }

    static @Nullable Reason reason(@Nullable String code) {
        return code == null ? null : Reason.of(code);
    }

    private static MessageView view(Record row) {
        return new MessageView(
                row.get(MESSAGE.NUMBER),
                row.get(MESSAGE.ID),
                row.get(MESSAGE.SENDING_ID),
                row.get(MESSAGE.CUSTOMER_NUMBER),
                row.get(MESSAGE.SUBJECT_NUMBER),
                row.get(MESSAGE.ADDRESS),
                MessageState.of(row.get(MESSAGE.STATE)),
                reason(row.get(MESSAGE.REASON)),
                row.get(MESSAGE.ATTEMPTS),
                row.get(MESSAGE.QUEUED_AT),
                row.get(MESSAGE.ENDED_AT),
                row.get(MESSAGE.REPLY));
    }
}
