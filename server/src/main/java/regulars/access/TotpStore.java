package regulars.access;

import static schema.access.Tables.RECOVERY_CODE;
import static schema.access.Tables.TOTP;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import schema.access.tables.records.TotpRecord;

@Repository
class TotpStore {
    private final DSLContext dsl;

    TotpStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Optional<TotpRecord> find(UUID account) {
        return dsl.selectFrom(TOTP).where(TOTP.ACCOUNT.eq(account)).fetchOptional();
    }

    Set<UUID> accounts() {
        return dsl.select(TOTP.ACCOUNT)
                .from(TOTP)
                .where(TOTP.CONFIRMED_AT.isNotNull())
                .fetchSet(TOTP.ACCOUNT);
    }

    /** In place of one that was begun and never confirmed. */
    void begin(UUID account, byte[] secret, Instant at) {
        remove(account);
        dsl.insertInto(TOTP)
                .columns(TOTP.ACCOUNT, TOTP.SECRET, TOTP.CREATED_AT)
                .values(account, secret, at)
                .execute();
    }

    void confirm(UUID account, Instant at, Collection<byte[]> codeHashes) {
        dsl.update(TOTP)
                .set(TOTP.CONFIRMED_AT, at)
                .where(TOTP.ACCOUNT.eq(account))
                .execute();
        for (byte[] hash : codeHashes) {
            dsl.insertInto(RECOVERY_CODE)
                    .columns(RECOVERY_CODE.ACCOUNT, RECOVERY_CODE.CODE_HASH)
                    .values(account, hash)
                    .execute();
        }
    }

    /** False when this step or a later one was used: of two that show the same code at once, one gets in. */
    boolean use(UUID account, long step) {
        return dsl.update(TOTP)
                        .set(TOTP.LAST_STEP, step)
                        .where(TOTP.ACCOUNT.eq(account).and(TOTP.LAST_STEP.lt(step)))
                        .execute()
                > 0;
    }

    boolean useRecovery(UUID account, byte[] codeHash) {
        return dsl.deleteFrom(RECOVERY_CODE)
                        .where(RECOVERY_CODE.ACCOUNT.eq(account).and(RECOVERY_CODE.CODE_HASH.eq(codeHash)))
                        .execute()
                > 0;
    }

    boolean remove(UUID account) {
        dsl.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.ACCOUNT.eq(account)).execute();
        return dsl.deleteFrom(TOTP).where(TOTP.ACCOUNT.eq(account)).execute() > 0;
    }
}
