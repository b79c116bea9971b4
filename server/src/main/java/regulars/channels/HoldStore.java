package regulars.channels;

import static schema.channels.Tables.HOLD;
import static schema.channels.Tables.MESSAGE;
import static schema.channels.Tables.SENDING;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The row that keeps everything from being sent. */
@Repository
class HoldStore {
    private static final String RESTORED = "restored";

    private final DSLContext dsl;

    HoldStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void hold(Instant backupMadeAt, Instant now) {
        dsl.insertInto(HOLD)
                .set(HOLD.CAUSE, RESTORED)
                .set(HOLD.HELD_AT, now)
                .set(HOLD.BACKUP_MADE_AT, backupMadeAt)
                .onConflict(HOLD.ONE)
                .doUpdate()
                .set(HOLD.HELD_AT, now)
                .set(HOLD.BACKUP_MADE_AT, backupMadeAt)
                .execute();
    }

    /** For a schema that is older than the hold. */
    void pauseRunning(Instant now) {
        dsl.update(SENDING)
                .set(SENDING.STATE, SendingState.PAUSED.code())
                .set(SENDING.STATE_AT, now)
                .where(SENDING.STATE.eq(SendingState.RUNNING.code()))
                .execute();
    }

    boolean knowsHolds() {
        return dsl.fetchExists(DSL.select()
                .from("pg_class c join pg_namespace n on n.oid = c.relnamespace")
                .where("n.nspname = 'channels' and c.relname = 'hold'"));
    }

    boolean held() {
        return dsl.fetchExists(HOLD);
    }

    /** By a condition that has a small index of its own. */
    int messages(Condition which) {
        return dsl.fetchCount(MESSAGE, which);
    }

    Optional<SendingHold> current() {
        return dsl.selectFrom(HOLD)
                .fetchOptional(row -> new SendingHold(true, row.getHeldAt(), row.getBackupMadeAt(), waiting()));
    }

    private List<SendingHold.Waiting> waiting() {
        var count = DSL.count();
        return dsl.select(SENDING.ID, SENDING.KIND, SENDING.NAME, count)
                .from(SENDING)
                .join(MESSAGE)
                .on(MESSAGE.SENDING_ID.eq(SENDING.ID))
                .where(SENDING.STATE.eq(SendingState.RUNNING.code()))
                .and(MESSAGE.DUE_AT.isNotNull().or(MESSAGE.NODE.isNotNull()))
                .groupBy(SENDING.ID)
                .orderBy(SENDING.CREATED_AT)
                .fetch(row -> new SendingHold.Waiting(
                        row.get(SENDING.ID), row.get(SENDING.KIND), row.get(SENDING.NAME), row.get(count)));
    }

    /** False when nothing was held. */
    boolean release() {
        return dsl.deleteFrom(HOLD).execute() > 0;
    }
}
