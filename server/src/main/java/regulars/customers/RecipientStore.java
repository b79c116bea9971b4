package regulars.customers;

import static org.jooq.impl.DSL.min;
import static schema.customers.Tables.ATTRIBUTE;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SUBJECT_LINK;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import regulars.kernel.Sights;
import schema.customers.tables.records.CustomerRecord;

/** Loads what messages need, a few statements for any number of people. */
@Repository
class RecipientStore {
    private final DSLContext dsl;
    private final Sights sights;

    RecipientStore(DSLContext dsl, Sights sights) {
        this.dsl = dsl;
        this.sights = sights;
    }

    List<Recipient> load(Collection<Integer> numbers) {
        var wanted = numbers.toArray(Integer[]::new);
        var subjects = subjects(wanted);
        var attributes = attributes(wanted);
        var people = dsl.selectFrom(CUSTOMER)
                .where(CUSTOMER.NUMBER.eq(DSL.any(wanted)))
                .and(CUSTOMER.STATE.eq("active"))
                .and(sights.current().admits(CUSTOMER.OWNER_ID))
                .fetchMap(CUSTOMER.NUMBER);
        return numbers.stream()
                .distinct()
                .map(people::get)
                .filter(Objects::nonNull)
                .filter(person -> subjects.containsKey(person.getNumber()))
                .map(person -> recipient(
                        person,
                        Objects.requireNonNull(subjects.get(person.getNumber())),
                        attributes.getOrDefault(person.getNumber(), Map.of())))
                .toList();
    }

    private Map<Integer, Long> subjects(Integer[] numbers) {
        var first = min(SUBJECT_LINK.SUBJECT_NUMBER);
        return dsl.select(SUBJECT_LINK.CUSTOMER_NUMBER, first)
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(DSL.any(numbers)))
                .groupBy(SUBJECT_LINK.CUSTOMER_NUMBER)
                .fetchMap(SUBJECT_LINK.CUSTOMER_NUMBER, first);
    }

    /** Of several subjects' values the latest is kept. */
    Map<Integer, Map<String, Object>> attributes(Integer[] numbers) {
        return attributes(numbers, DSL.noCondition());
    }

    /** The value of one attribute, of those who have one. */
    Map<Integer, Object> attribute(Collection<Integer> numbers, String key) {
        var values = new HashMap<Integer, Object>();
        attributes(numbers.toArray(Integer[]::new), ATTRIBUTE.KEY.eq(key)).forEach((number, own) -> {
            var value = own.get(key);
            if (value != null) values.put(number, value);
        });
        return values;
    }

    private Map<Integer, Map<String, Object>> attributes(Integer[] numbers, Condition which) {
        var byCustomer = new HashMap<Integer, Map<String, Object>>();
        dsl.select(
                        SUBJECT_LINK.CUSTOMER_NUMBER,
                        ATTRIBUTE.KEY,
                        ATTRIBUTE.TYPE,
                        ATTRIBUTE_CURRENT.TEXT_VALUE,
                        ATTRIBUTE_CURRENT.NUMBER_VALUE,
                        ATTRIBUTE_CURRENT.BOOLEAN_VALUE,
                        ATTRIBUTE_CURRENT.DATE_VALUE,
                        ATTRIBUTE_CURRENT.INSTANT_VALUE)
                .from(SUBJECT_LINK)
                .join(ATTRIBUTE_CURRENT)
                .on(ATTRIBUTE_CURRENT.SUBJECT_NUMBER.eq(SUBJECT_LINK.SUBJECT_NUMBER))
                .join(ATTRIBUTE)
                .on(ATTRIBUTE.ID.eq(ATTRIBUTE_CURRENT.ATTRIBUTE_ID))
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(DSL.any(numbers)))
                .and(which)
                .orderBy(ATTRIBUTE_CURRENT.GIVEN_AT, ATTRIBUTE_CURRENT.ID)
                .forEach(row -> put(byCustomer, row));
        return byCustomer;
    }

    private static void put(Map<Integer, Map<String, Object>> byCustomer, Record row) {
        var value = AttributeColumns.value(row);
        var values = byCustomer.computeIfAbsent(row.get(SUBJECT_LINK.CUSTOMER_NUMBER), number -> new LinkedHashMap<>());
        if (value == null) values.remove(row.get(ATTRIBUTE.KEY));
        else values.put(row.get(ATTRIBUTE.KEY), value);
    }

    private static Recipient recipient(CustomerRecord person, long subject, Map<String, Object> attributes) {
        return new Recipient(
                person.getNumber(),
                person.getId(),
                subject,
                person.getGivenName(),
                person.getFamilyName(),
                person.getFullName(),
                person.getEmail(),
                person.getPhone(),
                person.getLanguage(),
                person.getZone(),
                person.getCountry(),
                person.getCity(),
                person.getBirthDate(),
                attributes);
    }
}
