package regulars.access;

import static org.jooq.impl.DSL.count;
import static schema.access.Tables.PASSKEY;
import static schema.access.Tables.PASSKEY_CHALLENGE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import schema.access.tables.records.PasskeyRecord;

@Repository
class PasskeyStore {
    private final DSLContext dsl;

    PasskeyStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What a signature is checked against. */
    record Kept(UUID id, UUID account, byte[] publicKey, int algorithm, long signCount) {}

    List<PasskeyRecord> of(UUID account) {
        return dsl.selectFrom(PASSKEY)
                .where(PASSKEY.ACCOUNT.eq(account))
                .orderBy(PASSKEY.CREATED_AT)
                .fetch();
    }

    /** Locked until the transaction ends, so that a count of signatures is compared with the last. */
    Optional<Kept> find(byte[] credential) {
        return dsl.selectFrom(PASSKEY)
                .where(PASSKEY.CREDENTIAL.eq(credential))
                .forUpdate()
                .fetchOptional(row -> new Kept(
                        row.getId(), row.getAccount(), row.getPublicKey(), row.getAlgorithm(), row.getSignCount()));
    }

    /** False when the key is known already. */
    boolean add(PasskeyRecord row) {
        return dsl.insertInto(PASSKEY).set(row).onConflictDoNothing().execute() > 0;
    }

    void used(UUID id, long signCount, Instant at) {
        dsl.update(PASSKEY)
                .set(PASSKEY.SIGN_COUNT, signCount)
                .set(PASSKEY.LAST_USED_AT, at)
                .where(PASSKEY.ID.eq(id))
                .execute();
    }

    boolean rename(UUID account, UUID id, String name) {
        return dsl.update(PASSKEY)
                        .set(PASSKEY.NAME, name)
                        .where(PASSKEY.ID.eq(id).and(PASSKEY.ACCOUNT.eq(account)))
                        .execute()
                > 0;
    }

    boolean remove(UUID account, UUID id) {
        return dsl.deleteFrom(PASSKEY)
                        .where(PASSKEY.ID.eq(id).and(PASSKEY.ACCOUNT.eq(account)))
                        .execute()
                > 0;
    }

    /** How many there were. */
    int removeAll(UUID account) {
        return dsl.deleteFrom(PASSKEY).where(PASSKEY.ACCOUNT.eq(account)).execute();
    }

    /** How many each account has; those without any are left out. */
    Map<UUID, Integer> counts() {
        return dsl.select(PASSKEY.ACCOUNT, count())
                .from(PASSKEY)
                .groupBy(PASSKEY.ACCOUNT)
                .fetchMap(PASSKEY.ACCOUNT, row -> row.value2());
    }

    /** False when it was answered before. */
    boolean use(byte[] challenge, Instant at) {
        return dsl.insertInto(PASSKEY_CHALLENGE)
                        .columns(PASSKEY_CHALLENGE.HASH, PASSKEY_CHALLENGE.USED_AT)
                        .values(PasskeyProof.sha256(challenge), at)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    void forget(Instant usedBefore) {
        dsl.deleteFrom(PASSKEY_CHALLENGE)
                .where(PASSKEY_CHALLENGE.USED_AT.lt(usedBefore))
                .execute();
    }
}
