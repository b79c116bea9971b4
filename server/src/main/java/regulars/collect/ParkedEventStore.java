package regulars.collect;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static schema.collect.Tables.PARKED_EVENT;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;
import schema.collect.tables.records.ParkedEventRecord;

@Repository
class ParkedEventStore {
    private static final Field<Integer> KEPT = DSL.field("octet_length({0})", SQLDataType.INTEGER, PARKED_EVENT.BODY);

    private static final Field<String> LETTERS =
            DSL.field("encode({0}, 'escape')", SQLDataType.VARCHAR, PARKED_EVENT.BODY);

    private final DSLContext dsl;

    ParkedEventStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** One that was parked before stays as it is. */
    void add(Collection<ParkedEventRecord> events) {
        dsl.insertInto(PARKED_EVENT).set(events).onConflictDoNothing().execute();
    }

    int count() {
        return dsl.fetchCount(PARKED_EVENT);
    }

    List<ParkedEvent> newest(@Nullable String reason, @Nullable UUID after, int limit) {
        return dsl.select(
                        PARKED_EVENT.ID,
                        PARKED_EVENT.PARKED_AT,
                        PARKED_EVENT.SOURCE,
                        PARKED_EVENT.TRUSTED,
                        PARKED_EVENT.REASON,
                        PARKED_EVENT.DETAIL,
                        PARKED_EVENT.BYTES,
                        KEPT)
                .from(PARKED_EVENT)
                .where(reason == null ? noCondition() : PARKED_EVENT.REASON.eq(reason))
                .and(
                        after == null
                                ? noCondition()
                                : DSL.row(PARKED_EVENT.PARKED_AT, PARKED_EVENT.ID)
                                        .lt(select(PARKED_EVENT.PARKED_AT, PARKED_EVENT.ID)
                                                .from(PARKED_EVENT)
                                                .where(PARKED_EVENT.ID.eq(after))))
                .orderBy(PARKED_EVENT.PARKED_AT.desc(), PARKED_EVENT.ID.desc())
                .limit(limit)
                .fetch(ParkedEventStore::listed);
    }

    private static ParkedEvent listed(Record8<UUID, Instant, String, Boolean, String, String, Integer, Integer> row) {
        return new ParkedEvent(
                row.value1(),
                row.value2(),
                new Sender(row.value3(), row.value4()).stream(),
                row.value5(),
                row.value6(),
                row.value7(),
                row.value8().equals(row.value7()),
                null);
    }

    Optional<ParkedEventRecord> find(UUID id) {
        return dsl.fetchOptional(PARKED_EVENT, PARKED_EVENT.ID.eq(id));
    }

    /** Whole ones of a reason, the oldest first. */
    List<ParkedEventRecord> whole(String reason, int limit) {
        return dsl.selectFrom(PARKED_EVENT)
                .where(PARKED_EVENT.REASON.eq(reason))
                .and(PARKED_EVENT.BYTES.eq(KEPT))
                .orderBy(PARKED_EVENT.PARKED_AT)
                .limit(limit)
                .fetch();
    }

    /** Notes the new reasons of those that were refused again. */
    void refused(Collection<ParkedEventRecord> events) {
        if (events.isEmpty()) return;
        var input = Batch.of("input", List.copyOf(events))
                .column("id", SQLDataType.UUID, ParkedEventRecord::getId)
                .column("reason", SQLDataType.VARCHAR, ParkedEventRecord::getReason)
                .column("detail", SQLDataType.VARCHAR, ParkedEventRecord::getDetail);
        dsl.update(PARKED_EVENT)
                .set(PARKED_EVENT.REASON, input.<String>field("reason"))
                .set(PARKED_EVENT.DETAIL, input.<String>field("detail"))
                .from(input.table())
                .where(PARKED_EVENT.ID.eq(input.<UUID>field("id")))
                .execute();
    }

    int delete(Collection<UUID> ids) {
        return dsl.deleteFrom(PARKED_EVENT)
                .where(PARKED_EVENT.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .execute();
    }

    int deleteBefore(Instant instant) {
        return dsl.deleteFrom(PARKED_EVENT)
                .where(PARKED_EVENT.PARKED_AT.lt(instant))
                .execute();
    }

    /** Those in whose text one of the words stands. The bytes may be no text, so that they are looked at as both. */
    int deleteWith(Collection<String> words) {
        int deleted = 0;
        for (String word : words) {
            if (word.isBlank()) continue;
            var bytes = DSL.val(word.getBytes(StandardCharsets.UTF_8));
            deleted += dsl.deleteFrom(PARKED_EVENT)
                    .where(DSL.condition("position({0} in {1}) > 0", bytes, PARKED_EVENT.BODY))
                    .or(LETTERS.containsIgnoreCase(word))
                    .or(PARKED_EVENT.DETAIL.containsIgnoreCase(word))
                    .execute();
        }
        return deleted;
    }
}
