package regulars.customers;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Fault;

/** People, by number and by public id. Writing goes through {@link CustomerIntake}. */
@Service
public class Customers {
    private final CustomerStore store;
    private final RecipientStore recipients;
    private final ContactStore contacts;
    private final ExternalIdStore externalIds;
    private final SummaryStore summaries;
    private final ProjectionStore projection;
    private final FieldRights rights;
    private final InstantSource clock;

    Customers(
            CustomerStore store,
            PersonStores people,
            ContactStore contacts,
            ProjectionStore projection,
            FieldRights rights,
            InstantSource clock) {
        this.store = store;
        this.recipients = people.recipients();
        this.contacts = contacts;
        this.externalIds = people.externalIds();
        this.summaries = people.summaries();
        this.projection = projection;
        this.rights = rights;
        this.clock = clock;
    }

    /** Who has the id, or whom they were found to be. */
    public CustomerRef find(UUID id) {
        var ref = store.find(id);
        if (ref == null) {
            throw new Fault(
                            CustomersFault.CUSTOMER_NOT_FOUND,
                            "There is no customer " + id + ": it may have been erased; look the person up in the list.")
                    .at("id", id);
        }
        return ref;
    }

    /** The public ids of those of the numbers that exist. */
    public Map<Integer, UUID> ids(Collection<Integer> numbers) {
        return numbers.isEmpty() ? Map.of() : store.ids(numbers);
    }

    /** Those of the numbers that are customers today: the erased and the merged are left out. */
    public List<CustomerRef> present(Collection<Integer> numbers) {
        return numbers.isEmpty() ? List.of() : store.present(numbers);
    }

    /**
     * For the product's own work, with every field; what people look at comes from {@link #shown}. In the order of the
     * numbers; the erased and the merged are left out. One round trip each kind of data.
     */
    public List<Recipient> recipients(Collection<Integer> numbers) {
        return numbers.isEmpty() ? List.of() : recipients.load(numbers);
    }

    /** The same people with the fields that the caller may see. */
    public List<Recipient> shown(Collection<Integer> numbers) {
        var sight = rights.sight();
        var people = recipients(numbers).stream().map(sight::shown).toList();
        read(sight, people.size(), people.stream().flatMap(one -> one.attributes().keySet().stream()));
        return people;
    }

    private void read(FieldSight sight, int people, Stream<String> keys) {
        if (people > 0) rights.read(sight, people + " customers", keys.collect(Collectors.toSet()));
    }

    /** Numbers from the newest down, after the given one. */
    public List<Integer> newest(@Nullable Integer after, int limit) {
        return summaries.newest(after, limit);
    }

    /** Rows of a list with the fields that the caller may see, in the order of the numbers; the erased are left out. */
    public List<CustomerSummary> summaries(Collection<Integer> numbers) {
        var sight = rights.sight();
        var rows = summaries(numbers, sight);
        read(sight, rows.size(), rows.stream().flatMap(row -> row.attributes().keySet().stream()));
        return rows;
    }

    /** The same for whoever has this sight, where that was asked before; the read is theirs to keep in the audit. */
    public List<CustomerSummary> summaries(Collection<Integer> numbers, FieldSight sight) {
        return summaries.of(numbers).stream().map(sight::shown).toList();
    }

    /** What sources call those of the customers that any source has an id for, the oldest id first. */
    public Map<Integer, List<ExternalId>> externalIds(Collection<Integer> numbers) {
        return numbers.isEmpty() ? Map.of() : externalIds.of(numbers);
    }

    /** The subjects that are this customer's; facts carry them. */
    public List<Long> subjects(int number) {
        return store.subjects(number);
    }

    public OptionalInt customerOf(long subjectNumber) {
        var number = store.customersOf(List.of(subjectNumber)).get(subjectNumber);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The customers of those of the subjects that are linked to one. */
    public Map<Long, Integer> customersOf(Collection<Long> subjectNumbers) {
        return subjectNumbers.isEmpty() ? Map.of() : store.customersOf(subjectNumbers);
    }

    /**
     * Marks an address as one that does not work, a bounce for example, wherever it is known; its people then show
     * their next best address.
     *
     * @param kind {@code email} or {@code phone}
     */
    @Transactional
    public void markInvalid(String kind, String normalised, String reason) {
        var touched = contacts.markInvalid(kind, normalised, reason);
        if (!touched.isEmpty()) projection.refresh(touched, clock.instant());
    }

    /** Takes one of the person's addresses out of use; false when they have none such in use. */
    @Transactional
    public boolean withdrawAddress(CustomerRef customer, String kind, String value, String reason) {
        boolean known = contacts.withdraw(subjects(customer.number()), kind, value, reason);
        if (known) projection.refresh(List.of(customer.number()), clock.instant());
        return known;
    }

    /** Brings an address back into use that was taken out for this very reason. */
    @Transactional
    public void restoreAddress(CustomerRef customer, ProfileField kind, String normalised, String reason) {
        contacts.restore(subjects(customer.number()), kind.key(), normalised, reason);
    }

    /** Brings what lists show of the people up to date with their records. */
    void refresh(Collection<Integer> numbers) {
        if (!numbers.isEmpty()) projection.refresh(numbers, clock.instant());
    }

    /** Takes the people's addresses of a kind out of use. */
    @Transactional
    public void withdrawAddresses(Collection<Integer> numbers, ProfileField kind, String reason) {
        contacts.withdrawOf(numbers, kind, reason);
        refresh(numbers);
    }
}
