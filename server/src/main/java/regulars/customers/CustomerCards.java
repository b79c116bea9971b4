package regulars.customers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Slice;

/** Customers as people look at them: the list, the card, the timeline. */
@Component
class CustomerCards {
    private final Customers customers;
    private final CardStore store;
    private final CustomerSearch search;
    private final Timeline timeline;
    private final AttributeHistoryStore history;

    CustomerCards(
            Customers customers,
            CardStore store,
            CustomerSearch search,
            Timeline timeline,
            AttributeHistoryStore history) {
        this.customers = customers;
        this.store = store;
        this.search = search;
        this.timeline = timeline;
        this.history = history;
    }

    /** The newest first. */
    Slice<CustomerSummary> list(@Nullable String text, @Nullable Integer after, int size) {
        var numbers = text == null ? customers.newest(after, size + 1) : search.find(text, after, size + 1);
        var page = Slice.of(numbers, size, String::valueOf, Function.identity());
        return new Slice<>(customers.summaries(page.items()), page.next());
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
                person.getOwnerId(),
                attributes(number),
                history.latest(number).stream()
                        .map(one -> new CustomerCard.GivenBy(one.key(), one.source(), one.givenAt()))
                        .toList());
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
