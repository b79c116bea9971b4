package regulars.segments;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static schema.customers.Tables.SUBJECT_LINK;
import static schema.segments.Tables.LIST_PLACE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Record2;
import org.springframework.stereotype.Repository;
import regulars.customers.KnownPerson;
import regulars.customers.PersonalData;
import regulars.customers.PersonalTable;
import regulars.kernel.Batch;

/** Who is on which list. */
@Repository
class ListStore implements PersonalData {
    private final DSLContext dsl;

    ListStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Those of the customers who are on the list, by any of their ids. */
    Set<Integer> on(UUID list, Collection<Integer> customers) {
        return dsl.selectDistinct(SUBJECT_LINK.CUSTOMER_NUMBER)
                .from(LIST_PLACE)
                .join(SUBJECT_LINK)
                .on(SUBJECT_LINK.SUBJECT_NUMBER.eq(LIST_PLACE.SUBJECT_NUMBER))
                .where(LIST_PLACE.LIST_ID.eq(list))
                .and(SUBJECT_LINK.CUSTOMER_NUMBER.eq(any(customers.toArray(Integer[]::new))))
                .fetchSet(SUBJECT_LINK.CUSTOMER_NUMBER);
    }

    /** One id of each of the customers. */
    List<Long> subjects(Collection<Integer> customers) {
        return dsl.select(min(SUBJECT_LINK.SUBJECT_NUMBER))
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(any(customers.toArray(Integer[]::new))))
                .groupBy(SUBJECT_LINK.CUSTOMER_NUMBER)
                .fetch(Record1::value1);
    }

    /** The last place that each of the customers has on the list. */
    Map<Integer, Long> places(UUID list, Collection<Integer> customers) {
        return dsl.select(SUBJECT_LINK.CUSTOMER_NUMBER, max(LIST_PLACE.ID))
                .from(LIST_PLACE)
                .join(SUBJECT_LINK)
                .on(SUBJECT_LINK.SUBJECT_NUMBER.eq(LIST_PLACE.SUBJECT_NUMBER))
                .where(LIST_PLACE.LIST_ID.eq(list))
                .and(SUBJECT_LINK.CUSTOMER_NUMBER.eq(any(customers.toArray(Integer[]::new))))
                .groupBy(SUBJECT_LINK.CUSTOMER_NUMBER)
                .fetchMap(Record2::value1, Record2::value2);
    }

    void add(UUID list, List<Long> subjects, String actor, Instant now) {
        var input = Batch.of("input", subjects).column("subject", BIGINT, subject -> subject);
        dsl.insertInto(
                        LIST_PLACE,
                        LIST_PLACE.LIST_ID,
                        LIST_PLACE.SUBJECT_NUMBER,
                        LIST_PLACE.ADDED_BY,
                        LIST_PLACE.ADDED_AT)
                .select(select(val(list), input.<Long>field("subject"), val(actor), val(now))
                        .from(input.table()))
                .onConflictDoNothing()
                .execute();
    }

    void remove(UUID list, Collection<Integer> customers) {
        dsl.deleteFrom(LIST_PLACE)
                .where(LIST_PLACE.LIST_ID.eq(list))
                .and(LIST_PLACE.SUBJECT_NUMBER.in(select(SUBJECT_LINK.SUBJECT_NUMBER)
                        .from(SUBJECT_LINK)
                        .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(any(customers.toArray(Integer[]::new))))))
                .execute();
    }

    @Override
    public List<PersonalTable> held(KnownPerson person) {
        return List.of(PersonalTable.of(
                "lists",
                dsl.select(LIST_PLACE.LIST_ID, LIST_PLACE.ADDED_AT)
                        .from(LIST_PLACE)
                        .where(LIST_PLACE.SUBJECT_NUMBER.eq(any(person.subjectArray())))
                        .orderBy(LIST_PLACE.ID)
                        .fetch()));
    }

    @Override
    public Map<String, Integer> forget(KnownPerson person) {
        int gone = dsl.deleteFrom(LIST_PLACE)
                .where(LIST_PLACE.SUBJECT_NUMBER.eq(any(person.subjectArray())))
                .execute();
        return Map.of("segments.list_place", gone);
    }
}
