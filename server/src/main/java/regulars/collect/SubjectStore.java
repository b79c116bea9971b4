package regulars.collect;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.collect.Tables.EVENT;
import static schema.collect.Tables.SUBJECT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record4;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;

@Repository
class SubjectStore {
    private final DSLContext dsl;

    SubjectStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Map<SubjectKey, Long> find(Collection<SubjectKey> keys) {
        var input = input(keys);
        return dsl.select(SUBJECT.KIND, SUBJECT.SPACE, SUBJECT.VALUE, SUBJECT.NUMBER)
                .from(SUBJECT)
                .join(input.table())
                .on(SUBJECT.KIND.eq(input.<String>field("kind")))
                .and(SUBJECT.SPACE.eq(input.<String>field("space")))
                .and(SUBJECT.VALUE.eq(input.<String>field("value")))
                .fetchMap(SubjectStore::key, Record4::value4);
    }

    Map<Long, SubjectKey> keys(Collection<Long> numbers) {
        return dsl.select(SUBJECT.KIND, SUBJECT.SPACE, SUBJECT.VALUE, SUBJECT.NUMBER)
                .from(SUBJECT)
                .where(SUBJECT.NUMBER.eq(DSL.any(numbers.toArray(Long[]::new))))
                .fetchMap(Record4::value4, SubjectStore::key);
    }

    /** Those that were not there; a key that another writer adds at the same time is left out. */
    Map<SubjectKey, Long> add(Collection<SubjectKey> keys, Instant now) {
        var input = input(keys);
        return dsl.insertInto(SUBJECT, SUBJECT.KIND, SUBJECT.SPACE, SUBJECT.VALUE, SUBJECT.FIRST_SEEN)
                .select(select(
                                input.<String>field("kind"),
                                input.<String>field("space"),
                                input.<String>field("value"),
                                val(now))
                        .from(input.table()))
                .onConflictDoNothing()
                .returningResult(SUBJECT.KIND, SUBJECT.SPACE, SUBJECT.VALUE, SUBJECT.NUMBER)
                .fetchMap(SubjectStore::key, Record4::value4);
    }

    boolean anyErased() {
        return dsl.fetchExists(SUBJECT, SUBJECT.VALUE.like(DSL.inline("erased:%")));
    }

    /** Gives the numbers other keys. */
    int replace(Map<Long, SubjectKey> keys) {
        var input = Batch.of("input", List.copyOf(keys.entrySet()))
                .column("number", BIGINT, Map.Entry::getKey)
                .column("value", VARCHAR, one -> one.getValue().value());
        return dsl.update(SUBJECT)
                .set(SUBJECT.VALUE, input.<String>field("value"))
                .from(input.table())
                .where(SUBJECT.NUMBER.eq(input.<Long>field("number")))
                .execute();
    }

    /** Leaves of the subjects' events that they happened, and when. */
    void empty(Collection<Long> numbers) {
        dsl.update(EVENT)
                .set(EVENT.PROPERTIES, JSONB.valueOf("{}"))
                .where(EVENT.SUBJECT_NUMBER.eq(DSL.any(numbers.toArray(Long[]::new))))
                .execute();
    }

    private static SubjectKey key(Record4<String, String, String, Long> row) {
        return new SubjectKey(row.value1(), row.value2(), row.value3());
    }

    private static Batch<SubjectKey> input(Collection<SubjectKey> keys) {
        return Batch.of("input", List.copyOf(keys))
                .column("kind", VARCHAR, SubjectKey::kind)
                .column("space", VARCHAR, SubjectKey::space)
                .column("value", VARCHAR, SubjectKey::value);
    }
}
