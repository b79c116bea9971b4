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
    private final FieldRights rights;

    CustomerCards(
            Customers customers,
            CardStore store,
            CustomerSearch search,
            Timeline timeline,
            AttributeHistoryStore history,
            FieldRights rights) {
        this.customers = customers;
        this.store = store;
        this.search = search;
        this.timeline = timeline;
        this.history = history;
        this.rights = rights;
    }

    /** The newest first. */
    Slice<CustomerSummary> list(@Nullable String text, @Nullable Integer after, int size) {
        var numbers =
                text == null ? customers.newest(after, size + 1) : search.find(text, rights.sight(), after, size + 1);
        var page = Slice.of(numbers, size, String::valueOf, Function.identity());
        return new Slice<>(customers.summaries(page.items()), page.next());
    }

    /** With the fields that the caller may see; under the id of whom a merged one counts as. */
    @Transactional
    public CustomerCard card(UUID id) {
        var ref = customers.find(id);
        var sight = rights.sight();
        var attributes = attributes(ref.number(), sight);
        rights.read(sight, ref.id().toString(), attributes.keySet());
        return card(ref.id(), ref.number(), attributes, sight);
    }

    private CustomerCard card(UUID id, int number, Map<String, Object> attributes, FieldSight sight) {
        var person = store.customer(number);
        return new CustomerCard(
                id,
                person.getFullName(),
                person.getGivenName(),
                person.getFamilyName(),
                person.getMiddleName(),
                sight.shown(ProfileField.EMAIL, person.getEmail()),
                sight.shown(ProfileField.PHONE, person.getPhone()),
                sight.shown(ProfileField.LANGUAGE, person.getLanguage()),
                sight.shown(ProfileField.ZONE, person.getZone()),
                sight.shown(ProfileField.COUNTRY, person.getCountry()),
                sight.shown(ProfileField.REGION, person.getRegion()),
                sight.shown(ProfileField.CITY, person.getCity()),
                sight.shown(ProfileField.DISTRICT, person.getDistrict()),
                sight.shown(ProfileField.BIRTH_DATE, person.getBirthDate()),
                sight.shown(ProfileField.SEX, person.getSex()),
                store.sourceName(person.getFirstSourceId()),
                store.sourceName(person.getLastSourceId()),
                person.getCreatedAt(),
                store.contacts(number).stream()
                        .filter(contact -> sight.sees(contact.kind()))
                        .toList(),
                customers.externalIds(List.of(number)).getOrDefault(number, List.of()),
                person.getOwnerId(),
                attributes,
                history.latest(number).stream()
                        .filter(one -> sight.showsOwn(one.key()))
                        .map(one -> new CustomerCard.GivenBy(one.key(), one.source(), one.givenAt()))
                        .toList());
    }

    Slice<TimelineEntry> timeline(UUID id, Timeline.Filter filter, @Nullable String after, int size) {
        int number = customers.find(id).number();
        return timeline.page(new CustomerSubjects(number, customers.subjects(number)), filter, after, size);
    }

    private Map<String, Object> attributes(int number, FieldSight sight) {
        return customers.recipients(List.of(number)).stream()
                .findFirst()
                .<Map<String, Object>>map(recipient -> new TreeMap<>(sight.shown(recipient.attributes())))
                .orElseGet(Map::of);
    }
}
