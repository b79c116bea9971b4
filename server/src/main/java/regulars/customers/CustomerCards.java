package regulars.customers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import regulars.collect.Subjects;
import regulars.customers.CustomerCard.ExternalId;
import regulars.kernel.Slice;

/** Customers as people look at them: the list, the card, the timeline. */
@Component
class CustomerCards {
    private final Customers customers;
    private final CardStore store;
    private final Subjects subjects;
    private final Timeline timeline;

    CustomerCards(Customers customers, CardStore store, Subjects subjects, Timeline timeline) {
        this.customers = customers;
        this.store = store;
        this.subjects = subjects;
        this.timeline = timeline;
    }

    Slice<CustomerSummary> list(@Nullable String search, @Nullable Integer after, int size) {
        var rows = store.list(search, after, size + 1);
        return Slice.of(rows, size, row -> Integer.toString(row.number()), CardStore.Row::summary);
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
                externalIds(number),
                attributes(number));
    }

    Slice<TimelineEntry> timeline(UUID id, @Nullable String kind, @Nullable String after, int size) {
        int number = customers.find(id).number();
        return timeline.page(new CustomerSubjects(number, customers.subjects(number)), kind, after, size);
    }

    private List<ExternalId> externalIds(int number) {
        return subjects.keys(customers.subjects(number)).values().stream()
                .filter(key -> key.kind().equals("external"))
                .map(key -> new ExternalId(key.space(), key.value()))
                .toList();
    }

    private Map<String, Object> attributes(int number) {
        return customers.recipients(List.of(number)).stream()
                .findFirst()
                .<Map<String, Object>>map(recipient -> new TreeMap<>(recipient.attributes()))
                .orElseGet(Map::of);
    }
}
