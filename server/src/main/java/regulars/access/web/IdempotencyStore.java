package regulars.access.web;

import static schema.access.Tables.IDEMPOTENT_RESPONSE;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import schema.access.tables.records.IdempotentResponseRecord;

@Repository
class IdempotencyStore {
    private final DSLContext dsl;

    IdempotencyStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Until the end of the transaction; false when another request holds the same key right now. */
    boolean lock(byte[] keyHash) {
        var lock = DSL.field(
                "pg_try_advisory_xact_lock({0})",
                Boolean.class, DSL.val(ByteBuffer.wrap(keyHash).getLong()));
        return Boolean.TRUE.equals(dsl.select(lock).fetchSingle().value1());
    }

    Optional<IdempotentResponseRecord> find(byte[] keyHash) {
        return dsl.selectFrom(IDEMPOTENT_RESPONSE)
                .where(IDEMPOTENT_RESPONSE.KEY_HASH.eq(keyHash))
                .fetchOptional();
    }

    void add(IdempotentResponseRecord response) {
        dsl.insertInto(IDEMPOTENT_RESPONSE).set(response).execute();
    }

    void forget(Instant before) {
        dsl.deleteFrom(IDEMPOTENT_RESPONSE)
                .where(IDEMPOTENT_RESPONSE.CREATED_AT.lt(before))
                .execute();
    }
}
