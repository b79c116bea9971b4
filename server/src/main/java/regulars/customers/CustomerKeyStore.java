package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static schema.collect.Tables.SUBJECT;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SOURCE;
import static schema.customers.Tables.SUBJECT_LINK;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.customers.CustomerKeys.Found;
import regulars.kernel.Sights;

/** People by their keys, a statement for any number of them. */
@Repository
class CustomerKeyStore {
    private final DSLContext dsl;
    private final Sights sights;

    CustomerKeyStore(DSLContext dsl, Sights sights) {
        this.dsl = dsl;
        this.sights = sights;
    }

    /** Those of the numbers that are customers in the caller's sight. */
    Set<Integer> seen(Collection<Integer> numbers) {
        return dsl.select(CUSTOMER.NUMBER)
                .from(CUSTOMER)
                .where(CUSTOMER.NUMBER.eq(any(numbers.toArray(Integer[]::new))), CUSTOMER.STATE.eq("active"))
                .and(sights.current().admits(CUSTOMER.OWNER_ID))
                .fetchSet(CUSTOMER.NUMBER);
    }

    Map<UUID, List<Found>> byId(Collection<UUID> ids) {
        var found = new HashMap<UUID, List<Found>>();
        if (ids.isEmpty()) return found;
        var numbers = dsl.select(CUSTOMER.ID, CUSTOMER.NUMBER, CUSTOMER.MERGED_INTO)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(any(ids.toArray(UUID[]::new))))
                .fetch();
        var merged = numbers.stream()
                .map(row -> row.value3())
                .filter(Objects::nonNull)
                .toList();
        var roots = merged.isEmpty() ? Map.<Integer, Integer>of() : new RootStore(dsl).roots(merged);
        var owners = new HashMap<UUID, Integer>();
        for (var row : numbers) owners.put(row.value1(), row.value3() == null ? row.value2() : roots.get(row.value3()));
        var subjects = subjects(owners.values());
        owners.forEach((id, number) -> {
            var subject = subjects.get(number);
            if (subject != null) found.put(id, List.of(new Found(number, subject)));
        });
        return found;
    }

    private Map<Integer, Long> subjects(Collection<Integer> numbers) {
        var first = min(SUBJECT_LINK.SUBJECT_NUMBER);
        return dsl.select(SUBJECT_LINK.CUSTOMER_NUMBER, first)
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(any(numbers.toArray(Integer[]::new))))
                .groupBy(SUBJECT_LINK.CUSTOMER_NUMBER)
                .fetchMap(SUBJECT_LINK.CUSTOMER_NUMBER, first);
    }

    Map<String, List<Found>> byAddress(ProfileField kind, Collection<String> normalised) {
        if (normalised.isEmpty()) return Map.of();
        return dsl.select(CONTACT_POINT.NORMALISED, SUBJECT_LINK.CUSTOMER_NUMBER, SUBJECT_LINK.SUBJECT_NUMBER)
                .from(CONTACT_POINT)
                .join(SUBJECT_LINK)
                .on(SUBJECT_LINK.SUBJECT_NUMBER.eq(CONTACT_POINT.SUBJECT_NUMBER))
                .where(CONTACT_POINT.KIND.eq(kind.key()))
                .and(CONTACT_POINT.NORMALISED.eq(any(normalised.toArray(String[]::new))))
                .fetchGroups(CONTACT_POINT.NORMALISED, row -> new Found(row.value2(), row.value3()));
    }

    Map<String, List<Found>> byExternalId(Collection<String> values) {
        if (values.isEmpty()) return Map.of();
        return dsl.select(SUBJECT.VALUE, SUBJECT_LINK.CUSTOMER_NUMBER, SUBJECT_LINK.SUBJECT_NUMBER)
                .from(SUBJECT)
                .join(SUBJECT_LINK)
                .on(SUBJECT_LINK.SUBJECT_NUMBER.eq(SUBJECT.NUMBER))
                .where(SUBJECT.KIND.eq("external"))
                .and(SUBJECT.SPACE.in(select(SOURCE.CODE).from(SOURCE)))
                .and(SUBJECT.VALUE.eq(any(values.toArray(String[]::new))))
                .fetchGroups(SUBJECT.VALUE, row -> new Found(row.value2(), row.value3()));
    }
}
