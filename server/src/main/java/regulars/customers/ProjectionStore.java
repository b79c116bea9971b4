package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.FIELD_RULE;
import static schema.customers.Tables.SOURCE_RECORD;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;
import regulars.kernel.Identities;
import regulars.kernel.Ids;

/** Writes people as their records together say they are; {@link Projection} says how. */
@Repository
class ProjectionStore {
    private final DSLContext dsl;

    ProjectionStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    private record Belonging(long subject, int person) {}

    /** Makes the people, numbers in their order; their records are there, their links are not yet. */
    Map<Matching.Person, Integer> create(List<Matching.Person> people, int source, Instant now) {
        var numbers = new LinkedHashMap<Matching.Person, Integer>();
        for (long number : Identities.next(dsl, CUSTOMER.NUMBER, people.size()))
            numbers.put(people.get(numbers.size()), Math.toIntExact(number));
        var often = spokenOfOften(people);
        var simple = people.stream()
                .collect(Collectors.partitioningBy(
                        person -> person.newSubjects().stream().noneMatch(often::contains)
                                && person.newSubjects().size() == 1));
        OnlyRecord.columns(Objects.requireNonNull(simple.get(true)))
                .column(CUSTOMER.NUMBER, numbers::get)
                .column(CUSTOMER.ID, person -> Ids.next(now))
                .column(CUSTOMER.FIRST_SOURCE_ID, person -> source)
                .column(CUSTOMER.LAST_SOURCE_ID, person -> source)
                .column(CUSTOMER.CREATED_AT, person -> OnlyRecord.createdAt(person, now))
                .column(CUSTOMER.UPDATED_AT, person -> now)
                .copyInto(dsl, CUSTOMER);
        project(Objects.requireNonNull(simple.get(false)), numbers, now);
        return numbers;
    }

    /** Of whom there is more than one record, whether still read or not. */
    private Set<Long> spokenOfOften(List<Matching.Person> people) {
        var subjects =
                people.stream().flatMap(person -> person.newSubjects().stream()).toArray(Long[]::new);
        return dsl.select(SOURCE_RECORD.SUBJECT_NUMBER)
                .from(SOURCE_RECORD)
                .where(SOURCE_RECORD.SUBJECT_NUMBER.eq(any(subjects)))
                .groupBy(SOURCE_RECORD.SUBJECT_NUMBER)
                .having(count().gt(1))
                .fetchSet(SOURCE_RECORD.SUBJECT_NUMBER);
    }

    private void project(List<Matching.Person> people, Map<Matching.Person, Integer> numbers, Instant now) {
        if (people.isEmpty()) return;
        var input = Batch.of("person", IntStream.range(0, people.size()).boxed().toList())
                .column("place", INTEGER, place -> place)
                .column(CUSTOMER.NUMBER, place -> numbers.get(people.get(place)))
                .column(CUSTOMER.ID, place -> Ids.next(now));
        var projected = new Projection(belongings(people), rules());
        var columns = new LinkedHashMap<Field<?>, Field<?>>(projected.columns());
        columns.put(CUSTOMER.NUMBER, input.field(CUSTOMER.NUMBER));
        columns.put(CUSTOMER.ID, input.field(CUSTOMER.ID));
        columns.put(CUSTOMER.CREATED_AT, coalesce(projected.createdAt(), val(now)));
        columns.put(CUSTOMER.UPDATED_AT, val(now));
        dsl.insertInto(CUSTOMER, columns.keySet())
                .select(select(columns.values())
                        .from(input.table())
                        .join(projected.table())
                        .on(projected.person().eq(input.<Integer>field("place"))))
                .execute();
    }

    private static Table<?> belongings(List<Matching.Person> people) {
        var belongings = new ArrayList<Belonging>();
        for (int i = 0; i < people.size(); i++) {
            for (Long subject : people.get(i).newSubjects()) belongings.add(new Belonging(subject, i));
        }
        return Batch.of("belonging", belongings)
                .column("subject_number", BIGINT, Belonging::subject)
                .column("person", INTEGER, Belonging::person)
                .table();
    }

    /** Whose word counts. */
    FieldRules rules() {
        return new FieldRules(dsl.select(FIELD_RULE.FIELD, FIELD_RULE.SOURCES)
                .from(FIELD_RULE)
                .fetchMap(FIELD_RULE.FIELD, row -> List.of(row.get(FIELD_RULE.SOURCES))));
    }

    /** None of them: the latest word counts again. */
    void rule(String field, List<Integer> sources) {
        dsl.deleteFrom(FIELD_RULE).where(FIELD_RULE.FIELD.eq(field)).execute();
        if (sources.isEmpty()) return;
        dsl.insertInto(FIELD_RULE)
                .set(FIELD_RULE.FIELD, field)
                .set(FIELD_RULE.SOURCES, sources.toArray(Integer[]::new))
                .execute();
    }

    /** The next customers after a number, in its order. */
    List<Integer> after(int number, int limit) {
        return dsl.select(CUSTOMER.NUMBER)
                .from(CUSTOMER)
                .where(CUSTOMER.NUMBER.gt(number), CUSTOMER.STATE.eq("active"))
                .orderBy(CUSTOMER.NUMBER)
                .limit(limit)
                .fetch(CUSTOMER.NUMBER);
    }

    /** Brings the people up to date with their records, of which there may be more than before. */
    void refresh(Collection<Integer> numbers, Instant now) {
        project(numbers, now, projected -> least(CUSTOMER.CREATED_AT, projected.createdAt()));
    }

    /** The same when records were taken back: since when somebody is known is then told by those that are left. */
    void rebuild(Collection<Integer> numbers, Instant now) {
        project(
                numbers,
                now,
                projected -> coalesce(least(projected.createdAt(), projected.firstReceivedAt()), CUSTOMER.CREATED_AT));
    }

    private void project(Collection<Integer> numbers, Instant now, Function<Projection, Field<Instant>> createdAt) {
        var links = select(SUBJECT_LINK.SUBJECT_NUMBER, SUBJECT_LINK.CUSTOMER_NUMBER.as(name("person")))
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(any(numbers.toArray(Integer[]::new))))
                .asTable("belonging");
        var projected = new Projection(links, rules());
        var columns = new LinkedHashMap<Field<?>, Field<?>>(projected.columns());
        columns.put(CUSTOMER.CREATED_AT, createdAt.apply(projected));
        columns.put(CUSTOMER.UPDATED_AT, val(now));
        dsl.update(CUSTOMER)
                .set(columns)
                .from(projected.table())
                .where(CUSTOMER.NUMBER.eq(projected.person()))
                .execute();
    }
}
