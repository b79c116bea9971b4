package regulars.access;

import static schema.access.Tables.SIGN_IN_FAILURE;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

@Repository
class SignInStore {
    /** Attempts without a delay; from then on it doubles from 2 seconds to 5 minutes. */
    static final int FREE = 4;

    private static final int LONGEST_SECONDS = 300;

    private final DSLContext dsl;

    SignInStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Counts an attempt as failed before its password is looked at, in one statement, so that attempts side by side
     * do not slip past the delay.
     *
     * @return false while attempts are slowed
     */
    boolean begin(byte[] emailHash, Instant now) {
        var failures = SIGN_IN_FAILURE.FAILURES.plus(1);
        return dsl.insertInto(SIGN_IN_FAILURE)
                        .set(SIGN_IN_FAILURE.EMAIL_HASH, emailHash)
                        .set(SIGN_IN_FAILURE.FAILURES, 1)
                        .set(SIGN_IN_FAILURE.SLOWED_UNTIL, now)
                        .set(SIGN_IN_FAILURE.LAST_AT, now)
                        .onConflict(SIGN_IN_FAILURE.EMAIL_HASH)
                        .doUpdate()
                        .set(SIGN_IN_FAILURE.FAILURES, failures)
                        .set(SIGN_IN_FAILURE.SLOWED_UNTIL, delayed(failures, now))
                        .set(SIGN_IN_FAILURE.LAST_AT, now)
                        .where(SIGN_IN_FAILURE.SLOWED_UNTIL.le(now))
                        .execute()
                > 0;
    }

    Optional<Instant> slowedUntil(byte[] emailHash) {
        return dsl.select(SIGN_IN_FAILURE.SLOWED_UNTIL)
                .from(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.EMAIL_HASH.eq(emailHash))
                .fetchOptional(SIGN_IN_FAILURE.SLOWED_UNTIL);
    }

    void succeeded(byte[] emailHash) {
        dsl.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.EMAIL_HASH.eq(emailHash))
                .execute();
    }

    void forget(Instant before) {
        dsl.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.LAST_AT.lt(before))
                .execute();
    }

    private static Field<Instant> delayed(Field<Integer> failures, Instant now) {
        return DSL.field(
                "{0} + case when {1} <= {2} then interval '0' else least(power(2, least({1} - {2}, 20)), {3}) * interval '1 second' end",
                SQLDataType.INSTANT, DSL.val(now), failures, DSL.inline(FREE), DSL.inline(LONGEST_SECONDS));
    }
}
