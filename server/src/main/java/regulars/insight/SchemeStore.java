package regulars.insight;

import static org.jooq.impl.DSL.when;
import static schema.commerce.Tables.ORDER_STATUS;
import static schema.insight.Tables.SCHEME;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import schema.insight.tables.records.SchemeRecord;
import tools.jackson.databind.json.JsonMapper;

/** Dated thresholds. */
@Repository
class SchemeStore {
    private final DSLContext dsl;
    private final JsonMapper json;

    SchemeStore(DSLContext dsl, JsonMapper json) {
        this.dsl = dsl;
        this.json = json;
    }

    /** Thresholds of one kind with what they were computed from. */
    record Scheme<T>(
            @Nullable UUID id,
            SchemeMethod method,
            @Nullable Integer periodDays,
            T thresholds,
            int buyers,
            Instant asOf) {
        SchemeView view() {
            return new SchemeView(id, method, periodDays, asOf);
        }
    }

    <T> void add(UUID id, String kind, Scheme<T> scheme, String actor) {
        dsl.insertInto(SCHEME)
                .set(SCHEME.ID, id)
                .set(SCHEME.KIND, kind)
                .set(SCHEME.METHOD, scheme.method().name().toLowerCase(Locale.ROOT))
                .set(SCHEME.PERIOD_DAYS, scheme.periodDays())
                .set(SCHEME.THRESHOLDS, JSONB.valueOf(json.writeValueAsString(scheme.thresholds())))
                .set(SCHEME.BUYERS, scheme.buyers())
                .set(SCHEME.AS_OF, scheme.asOf())
                .set(SCHEME.CREATED_BY, actor)
                .set(SCHEME.CREATED_AT, scheme.asOf())
                .execute();
    }

    /** The one in force. */
    <T> Optional<Scheme<T>> latest(String kind, Class<T> thresholds) {
        return dsl.selectFrom(SCHEME)
                .where(SCHEME.KIND.eq(kind))
                .orderBy(SCHEME.NUMBER.desc())
                .limit(1)
                .fetchOptional(row -> scheme(row, thresholds));
    }

    /** The one in force at a moment; before the first of them, the first. */
    <T> Optional<Scheme<T>> inForceAt(String kind, Class<T> thresholds, Instant asOf) {
        return dsl.selectFrom(SCHEME)
                .where(SCHEME.KIND.eq(kind))
                .orderBy(when(SCHEME.AS_OF.le(asOf), SCHEME.NUMBER).desc().nullsLast(), SCHEME.NUMBER.asc())
                .limit(1)
                .fetchOptional(row -> scheme(row, thresholds));
    }

    /** Who made each of a kind. */
    Map<UUID, String> actors(String kind) {
        return dsl.select(SCHEME.ID, SCHEME.CREATED_BY)
                .from(SCHEME)
                .where(SCHEME.KIND.eq(kind))
                .fetchMap(SCHEME.ID, SCHEME.CREATED_BY);
    }

    <T> Optional<Scheme<T>> find(UUID id, String kind, Class<T> thresholds) {
        return dsl.selectFrom(SCHEME)
                .where(SCHEME.ID.eq(id), SCHEME.KIND.eq(kind))
                .fetchOptional(row -> scheme(row, thresholds));
    }

    /** Newest first. */
    <T> List<Scheme<T>> list(String kind, Class<T> thresholds, int limit) {
        return dsl.selectFrom(SCHEME)
                .where(SCHEME.KIND.eq(kind))
                .orderBy(SCHEME.NUMBER.desc())
                .limit(limit)
                .fetch(row -> scheme(row, thresholds));
    }

    /** The states of orders that are revenue. */
    List<String> countingStatuses() {
        return dsl.select(ORDER_STATUS.CODE)
                .from(ORDER_STATUS)
                .where(ORDER_STATUS.COUNTS)
                .fetch(ORDER_STATUS.CODE);
    }

    private <T> Scheme<T> scheme(SchemeRecord row, Class<T> thresholds) {
        return new Scheme<>(
                row.getId(),
                SchemeMethod.valueOf(row.getMethod().toUpperCase(Locale.ROOT)),
                row.getPeriodDays(),
                json.readValue(row.getThresholds().data(), thresholds),
                row.getBuyers(),
                row.getAsOf());
    }
}
