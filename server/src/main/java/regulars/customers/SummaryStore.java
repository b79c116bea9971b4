package regulars.customers;

import static schema.customers.Tables.CUSTOMER;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.kernel.Sights;
import schema.customers.tables.records.CustomerRecord;

/** Reads customers as rows of lists, a few statements a page. */
@Repository
class SummaryStore {
    private final DSLContext dsl;
    private final ExternalIdStore externalIds;
    private final RecipientStore recipients;
    private final Sights sights;

    SummaryStore(DSLContext dsl, ExternalIdStore externalIds, RecipientStore recipients, Sights sights) {
        this.sights = sights;
        this.dsl = dsl;
        this.externalIds = externalIds;
        this.recipients = recipients;
    }

    /** Numbers from the newest down: the primary key read backwards, so that the last page costs what the first does. */
    List<Integer> newest(@Nullable Integer after, int limit) {
        return dsl.select(CUSTOMER.NUMBER)
                .from(CUSTOMER)
                .where(CUSTOMER.STATE.eq("active"))
                .and(sights.current().admits(CUSTOMER.OWNER_ID))
                .and(after == null ? DSL.noCondition() : CUSTOMER.NUMBER.lt(after))
                .orderBy(CUSTOMER.NUMBER.desc())
                .limit(limit)
                .fetch(CUSTOMER.NUMBER);
    }

    /** In the order of the numbers. */
    List<CustomerSummary> of(Collection<Integer> numbers) {
        if (numbers.isEmpty()) return List.of();
        var wanted = numbers.toArray(Integer[]::new);
        var ids = externalIds.of(numbers);
        var attributes = recipients.attributes(wanted);
        var people = dsl.selectFrom(CUSTOMER)
                .where(CUSTOMER.NUMBER.eq(DSL.any(wanted)))
                .and(CUSTOMER.STATE.eq("active"))
                .and(sights.current().admits(CUSTOMER.OWNER_ID))
                .fetchMap(CUSTOMER.NUMBER);
        return numbers.stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .map(row -> summary(
                        row,
                        ids.getOrDefault(row.getNumber(), List.of()),
                        attributes.getOrDefault(row.getNumber(), Map.of())))
                .toList();
    }

    private static CustomerSummary summary(CustomerRecord row, List<ExternalId> ids, Map<String, Object> attributes) {
        return new CustomerSummary(
                row.getId(),
                row.getFullName(),
                row.getEmail(),
                row.getPhone(),
                row.getLanguage(),
                row.getCountry(),
                row.getRegion(),
                row.getCity(),
                row.getDistrict(),
                row.getBirthDate(),
                row.getSex(),
                row.getCreatedAt(),
                ids.isEmpty() ? null : ids.getFirst(),
                row.getOwnerId(),
                attributes);
    }
}
