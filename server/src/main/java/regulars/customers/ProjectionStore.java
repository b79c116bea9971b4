package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.UUID;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;
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
        if (people.isEmpty()) return Map.of();
        var ids = people.stream().map(person -> Ids.next(now)).toList();
        var input = Batch.of("person", IntStream.range(0, people.size()).boxed().toList())
                .column("place", INTEGER, place -> place)
                .column("id", UUID, ids::get);
        var projected = new Projection(belongings(people));
        var columns = new LinkedHashMap<Field<?>, Field<?>>(projected.columns());
        columns.put(CUSTOMER.ID, input.field("id"));
        columns.put(CUSTOMER.FIRST_SOURCE_ID, val(source));
        columns.put(CUSTOMER.CREATED_AT, coalesce(projected.createdAt(), val(now)));
        columns.put(CUSTOMER.UPDATED_AT, val(now));
        var numbers = dsl.insertInto(CUSTOMER, columns.keySet())
                .select(select(columns.values())
                        .from(input.table())
                        .join(projected.table())
                        .on(projected.person().eq(input.<Integer>field("place")))
                        .orderBy(input.<Integer>field("place")))
                .returningResult(CUSTOMER.ID, CUSTOMER.NUMBER)
                .fetchMap(CUSTOMER.ID, CUSTOMER.NUMBER);
        var made = new HashMap<Matching.Person, Integer>();
        for (int i = 0; i < ids.size(); i++) made.put(people.get(i), Objects.requireNonNull(numbers.get(ids.get(i))));
        return made;
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
        var projected = new Projection(links);
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
