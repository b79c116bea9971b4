package regulars.access;

import static schema.access.Tables.API_KEY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import schema.access.tables.records.ApiKeyRecord;

@Repository
class ApiKeyStore {
    private static final Duration USE_PRECISION = Duration.ofMinutes(1);

    private final DSLContext dsl;

    ApiKeyStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void add(ApiKeyRecord key) {
        dsl.insertInto(API_KEY).set(key).execute();
    }

    List<ApiKeyRecord> all() {
        return dsl.selectFrom(API_KEY).orderBy(API_KEY.CREATED_AT.desc()).fetch();
    }

    Optional<ApiKeyRecord> valid(byte[] hash, Instant now) {
        return dsl.selectFrom(API_KEY)
                .where(API_KEY.HASH.eq(hash).and(API_KEY.REVOKED_AT.isNull()))
                .and(API_KEY.EXPIRES_AT.isNull().or(API_KEY.EXPIRES_AT.gt(now)))
                .fetchOptional();
    }

    /** The sites of all keys for browsers that count. */
    Set<String> origins(Instant now) {
        return dsl
                .select(API_KEY.ORIGINS)
                .from(API_KEY)
                .where(API_KEY.REVOKED_AT.isNull())
                .and(API_KEY.EXPIRES_AT.isNull().or(API_KEY.EXPIRES_AT.gt(now)))
                .fetch(API_KEY.ORIGINS)
                .stream()
                .flatMap(Stream::of)
                .collect(Collectors.toSet());
    }

    /** To the minute: a key in heavy use is not a row in heavy use. */
    void used(ApiKeyRecord key, Instant now) {
        var last = key.getLastUsedAt();
        if (last != null && last.isAfter(now.minus(USE_PRECISION))) return;
        dsl.update(API_KEY)
                .set(API_KEY.LAST_USED_AT, now)
                .where(API_KEY.ID.eq(key.getId()))
                .execute();
    }

    /** False when there is no such key; revoking twice keeps the first instant. */
    boolean revoke(UUID id, Instant now) {
        dsl.update(API_KEY)
                .set(API_KEY.REVOKED_AT, now)
                .where(API_KEY.ID.eq(id).and(API_KEY.REVOKED_AT.isNull()))
                .execute();
        return dsl.fetchExists(API_KEY, API_KEY.ID.eq(id));
    }
}
