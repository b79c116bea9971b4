package regulars.collect;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.collect.Tables.EVENT;
import static schema.collect.Tables.SUBJECT;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record4;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;
import regulars.kernel.Identities;

@Repository
class SubjectStore {
    private static final int PAGE = 50_000;

    private final DSLContext dsl;

    SubjectStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Map<SubjectKey, Long> find(Collection<SubjectKey> keys) {
        var wanted = List.copyOf(keys);
        var input = input(wanted);
        var numbers = new HashMap<SubjectKey, Long>();
        dsl.select(input.<Integer>field("place"), SUBJECT.NUMBER)
                .from(SUBJECT)
                .join(input.table())
                .on(SUBJECT.KIND.eq(input.<String>field("kind")))
                .and(SUBJECT.SPACE.eq(input.<String>field("space")))
                .and(SUBJECT.VALUE.eq(input.<String>field("value")))
                .forEach(found -> numbers.put(wanted.get(found.value1()), found.value2()));
        return numbers;
    }

    Map<Long, SubjectKey> keys(Collection<Long> numbers) {
        return dsl.select(SUBJECT.KIND, SUBJECT.SPACE, SUBJECT.VALUE, SUBJECT.NUMBER)
                .from(SUBJECT)
                .where(SUBJECT.NUMBER.eq(DSL.any(numbers.toArray(Long[]::new))))
                .fetchMap(Record4::value4, SubjectStore::key);
    }

    void each(BiConsumer<Long, SubjectKey> visitor) {
        long after = 0;
        while (true) {
            var rows = dsl.select(SUBJECT.KIND, SUBJECT.SPACE, SUBJECT.VALUE, SUBJECT.NUMBER)
                    .from(SUBJECT)
                    .where(SUBJECT.NUMBER.gt(after))
                    .orderBy(SUBJECT.NUMBER)
                    .limit(PAGE)
                    .fetch();
            rows.forEach(row -> visitor.accept(row.value4(), key(row)));
            if (rows.size() < PAGE) return;
            after = rows.getLast().value4();
        }
    }

    /** Those that were not there; a key that another writer adds at the same time is left out. */
    Map<SubjectKey, Long> add(Collection<SubjectKey> keys, Instant now) {
        var wanted = List.copyOf(keys);
        var byNumber = new HashMap<Long, SubjectKey>();
        var given = Identities.next(dsl, SUBJECT.NUMBER, wanted.size());
        for (int i = 0; i < given.length; i++) byNumber.put(given[i], wanted.get(i));
        var input = input(wanted).column("number", BIGINT, place -> given[place]);
        var numbers = new HashMap<SubjectKey, Long>();
        dsl.insertInto(SUBJECT, SUBJECT.NUMBER, SUBJECT.KIND, SUBJECT.SPACE, SUBJECT.VALUE, SUBJECT.FIRST_SEEN)
                .select(select(
                                input.<Long>field("number"),
                                input.<String>field("kind"),
                                input.<String>field("space"),
                                input.<String>field("value"),
                                val(now))
                        .from(input.table()))
                .onConflictDoNothing()
                .returningResult(SUBJECT.NUMBER)
                .forEach(added -> numbers.put(Objects.requireNonNull(byNumber.get(added.value1())), added.value1()));
        return numbers;
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
                .set(EVENT.SENT, JSONB.valueOf("{}"))
                .where(EVENT.SUBJECT_NUMBER.eq(DSL.any(numbers.toArray(Long[]::new))))
                .execute();
    }

    private static SubjectKey key(Record4<String, String, String, Long> row) {
        return new SubjectKey(row.value1(), row.value2(), row.value3());
    }

    private static Batch<Integer> input(List<SubjectKey> keys) {
        return Batch.of("input", IntStream.range(0, keys.size()).boxed().toList())
                .column("place", INTEGER, place -> place)
                .column("kind", VARCHAR, place -> keys.get(place).kind())
                .column("space", VARCHAR, place -> keys.get(place).space())
                .column("value", VARCHAR, place -> keys.get(place).value());
    }
}
