package regulars.customers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Slice;
import schema.customers.tables.records.CustomerRecord;

/** Customers as people look at them: the list, the card, the timeline. */
@Component
class CustomerCards {
    private final Customers customers;
    private final CardStore store;
    private final Timeline timeline;

    CustomerCards(Customers customers, CardStore store, Timeline timeline) {
        this.customers = customers;
        this.store = store;
        this.timeline = timeline;
    }

    Slice<CustomerSummary> list(@Nullable String search, @Nullable Integer after, int size) {
        var rows = store.list(search, after, size + 1);
        var ids = customers.externalIds(
                rows.stream().map(CustomerRecord::getNumber).toList());
        return Slice.of(
                rows,
                size,
                row -> Integer.toString(row.getNumber()),
                row -> summary(row, ids.getOrDefault(row.getNumber(), List.of())));
    }

    private static CustomerSummary summary(CustomerRecord row, List<ExternalId> ids) {
        return new CustomerSummary(
                row.getId(),
                row.getFullName(),
                row.getEmail(),
                row.getPhone(),
                row.getLanguage(),
                row.getCountry(),
                row.getCity(),
                row.getCreatedAt(),
                ids.isEmpty() ? null : ids.getFirst());
    }

    @Transactional(readOnly = true)
    public CustomerCard card(UUID id) {
        int number = customers.find(id).number();
        var person = store.customer(number);
        return new CustomerCard(
                id,
                person.getFullName(),
                person.getGivenName(),
                person.getFamilyName(),
                person.getMiddleName(),
                person.getEmail(),
                person.getPhone(),
                person.getLanguage(),
                person.getZone(),
                person.getCountry(),
                person.getRegion(),
                person.getCity(),
                person.getBirthDate(),
                person.getSex(),
                store.sourceName(person.getFirstSourceId()),
                person.getCreatedAt(),
                store.contacts(number),
                customers.externalIds(List.of(number)).getOrDefault(number, List.of()),
                attributes(number));
    }

    Slice<TimelineEntry> timeline(UUID id, Timeline.Filter filter, @Nullable String after, int size) {
        int number = customers.find(id).number();
        return timeline.page(new CustomerSubjects(number, customers.subjects(number)), filter, after, size);
    }

    private Map<String, Object> attributes(int number) {
        return customers.recipients(List.of(number)).stream()
                .findFirst()
                .<Map<String, Object>>map(recipient -> new TreeMap<>(recipient.attributes()))
                .orElseGet(Map::of);
    }
}
