package regulars.consent;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.one;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static schema.consent.Tables.PURPOSE;
import static schema.consent.Tables.TEXT_VERSION;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What consent can be given for, and the words it was asked with. A purpose never changes its code, so codes are kept. */
@Repository
class PurposeStore {
    private final DSLContext dsl;
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();

    PurposeStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Nullable
    Integer id(String code) {
        var known = ids.get(code);
        if (known != null) return known;
        var found = dsl.select(PURPOSE.ID)
                .from(PURPOSE)
                .where(PURPOSE.CODE.eq(code))
                .fetchOne(PURPOSE.ID);
        if (found != null) ids.put(code, found);
        return found;
    }

    int textVersion(int purpose, String language, String body, Instant now) {
        var hash = hash(body);
        dsl.insertInto(
                        TEXT_VERSION,
                        TEXT_VERSION.PURPOSE_ID,
                        TEXT_VERSION.LANGUAGE,
                        TEXT_VERSION.VERSION,
                        TEXT_VERSION.BODY,
                        TEXT_VERSION.BODY_HASH,
                        TEXT_VERSION.CREATED_AT)
                .select(select(
                                val(purpose),
                                val(language),
                                coalesce(max(TEXT_VERSION.VERSION), 0).plus(one()),
                                val(body),
                                val(hash),
                                val(now))
                        .from(TEXT_VERSION)
                        .where(TEXT_VERSION.PURPOSE_ID.eq(purpose))
                        .and(TEXT_VERSION.LANGUAGE.eq(language)))
                .onConflictDoNothing()
                .execute();
        return dsl.select(TEXT_VERSION.ID)
                .from(TEXT_VERSION)
                .where(TEXT_VERSION.PURPOSE_ID.eq(purpose))
                .and(TEXT_VERSION.LANGUAGE.eq(language))
                .and(TEXT_VERSION.BODY_HASH.eq(hash))
                .fetchSingle()
                .value1();
    }

    private static String hash(String body) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
