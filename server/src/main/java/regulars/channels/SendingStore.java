package regulars.channels;

import static schema.channels.Tables.HOLD;
import static schema.channels.Tables.MESSAGE;
import static schema.channels.Tables.SENDING;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.kernel.Fault;

/** Sendings: what holds for all messages of one hand-over. */
@Repository
class SendingStore {
    private final DSLContext dsl;

    SendingStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void insert(NewSending sending, String mailDomain, Instant now) {
        dsl.insertInto(SENDING)
                .set(SENDING.ID, sending.id())
                .set(SENDING.KIND, sending.kind())
                .set(SENDING.NAME, sending.name())
                .set(SENDING.PURPOSE_CODE, sending.purposeCode())
                .set(SENDING.DELIVERY, sending.delivery().code())
                .set(SENDING.MAIL_DOMAIN, mailDomain)
                .set(SENDING.EXPIRES_AT, sending.expiresAt())
                .set(SENDING.CREATED_AT, now)
                .set(SENDING.STATE_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    /** Runs the body in a transaction that holds the sending's row: state changes and new recipients exclude each other. */
    <T extends @Nullable Object> T whileLocked(UUID id, BiFunction<DSLContext, SendingView, T> body) {
        return dsl.transactionResult(configuration -> {
            var tx = configuration.dsl();
            var row =
                    tx.selectFrom(SENDING).where(SENDING.ID.eq(id)).forUpdate().fetchOne();
            if (row == null) {
                throw new Fault(ChannelsFault.SENDING_NOT_FOUND, "There is no sending " + id).at("sendingId", id);
            }
            return body.apply(tx, view(row));
        });
    }

    void move(DSLContext tx, UUID id, SendingState to, @Nullable String detail, Instant now) {
        tx.update(SENDING)
                .set(SENDING.STATE, to.code())
                .set(SENDING.STATE_DETAIL, detail)
                .set(SENDING.STATE_AT, now)
                .where(SENDING.ID.eq(id))
                .execute();
    }

    Optional<SendingView> find(UUID id) {
        return dsl.selectFrom(SENDING).where(SENDING.ID.eq(id)).fetchOptional(SendingStore::view);
    }

    /** What the sender has to look through, oldest first; nothing while all sending is held. */
    List<Running> running() {
        return dsl.selectFrom(SENDING)
                .where(SENDING.STATE.eq(SendingState.RUNNING.code()))
                .andNotExists(DSL.selectOne().from(HOLD))
                .orderBy(SENDING.CREATED_AT)
                .fetch(row -> new Running(view(row), row.getMailDomain()));
    }

    List<UUID> cancelledWithWaiting() {
        return dsl.selectDistinct(SENDING.ID)
                .from(SENDING)
                .join(MESSAGE)
                .on(MESSAGE.SENDING_ID.eq(SENDING.ID))
                .where(SENDING.STATE.eq(SendingState.CANCELLED.code()))
                .and(MESSAGE.DUE_AT.isNotNull())
                .fetch(SENDING.ID);
    }

    record Running(SendingView sending, String mailDomain) {}

    private static SendingView view(Record row) {
        return new SendingView(
                row.get(SENDING.ID),
                row.get(SENDING.KIND),
                row.get(SENDING.NAME),
                row.get(SENDING.PURPOSE_CODE),
                Delivery.of(row.get(SENDING.DELIVERY)),
                SendingState.of(row.get(SENDING.STATE)),
                row.get(SENDING.STATE_DETAIL),
                row.get(SENDING.EXPIRES_AT),
                row.get(SENDING.CREATED_AT));
    }
}
