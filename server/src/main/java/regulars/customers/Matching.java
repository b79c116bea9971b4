package regulars.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose each record of a batch is: by its key, else by e-mail, else by phone, among the people known and those
 * that the batch itself makes. Used by one thread, for one batch.
 */
final class Matching {
    private final CustomerStore customers;
    private final TombstoneStore tombstones;
    private final Set<Integer> erased = new HashSet<>();
    private final Map<Long, Person> bySubject = new HashMap<>();
    private final Map<String, Person> byEmail = new HashMap<>();
    private final Map<String, Person> byPhone = new HashMap<>();
    private final List<Person> newcomers = new ArrayList<>();

    /** A person, known by number or about to be made from the entry that came first. */
    static final class Person {
        private @Nullable Integer number;
        private final @Nullable Integer home;
        private final @Nullable IntakeEntry first;
        private final List<Long> newSubjects = new ArrayList<>();

        private Person(@Nullable Integer number, @Nullable Integer home, @Nullable IntakeEntry first) {
            this.number = number;
            this.home = home;
            this.first = first;
        }

        private static Person of(CustomerStore.Link link) {
            return new Person(link.customer(), link.home(), null);
        }

        /** By what they are known here, and so whose this is without any merge. */
        private CustomerStore.Link link(long subject) {
            int known = Objects.requireNonNull(number);
            return new CustomerStore.Link(subject, known, home == null ? known : home);
        }

        /** The entry that a new person is made of. */
        IntakeEntry first() {
            return Objects.requireNonNull(first);
        }

        /** The subjects that become theirs with this batch. */
        List<Long> newSubjects() {
            return newSubjects;
        }
    }

    Matching(CustomerStore customers, TombstoneStore tombstones, List<IntakeEntry> entries) {
        this.customers = customers;
        this.tombstones = tombstones;
        var subjects = entries.stream().map(IntakeEntry::subject).distinct().toList();
        customers.links(subjects).forEach((subject, link) -> bySubject.put(subject, Person.of(link)));
    }

    boolean unlinked(IntakeEntry entry) {
        return !bySubject.containsKey(entry.subject());
    }

    void resolve(List<IntakeEntry> entries) {
        byEmail.putAll(known(entries, ProfileField.EMAIL));
        byPhone.putAll(known(entries, ProfileField.PHONE));
        for (IntakeEntry entry : entries) {
            var person = find(entry);
            remember(byEmail, entry, ProfileField.EMAIL, person);
            remember(byPhone, entry, ProfileField.PHONE, person);
        }
        var known = new HashSet<Integer>();
        for (Person person : bySubject.values()) if (person.number != null) known.add(person.number);
        erased.addAll(tombstones.erased(known));
    }

    /** Whether the record is about somebody who was erased: nothing of it may be kept. */
    boolean ofErased(IntakeEntry entry) {
        var number = Objects.requireNonNull(bySubject.get(entry.subject())).number;
        return number != null && erased.contains(number);
    }

    private Map<String, Person> known(List<IntakeEntry> entries, ProfileField kind) {
        Set<String> addresses = entries.stream()
                .filter(this::unlinked)
                .flatMap(entry -> Stream.ofNullable(entry.person().value(kind)))
                .collect(Collectors.toSet());
        var people = new HashMap<String, Person>();
        tombstones
                .ownersOf(kind.key(), addresses)
                .forEach((address, number) -> people.put(address, new Person(number, number, null)));
        if (!addresses.isEmpty()) {
            customers.linksOf(kind.key(), addresses).forEach((address, link) -> people.put(address, Person.of(link)));
        }
        return people;
    }

    private Person find(IntakeEntry entry) {
        var linked = bySubject.get(entry.subject());
        if (linked != null) return linked;
        var found = by(byEmail, entry, ProfileField.EMAIL);
        if (found == null) found = by(byPhone, entry, ProfileField.PHONE);
        if (found == null) {
            found = new Person(null, null, entry);
            newcomers.add(found);
        }
        found.newSubjects.add(entry.subject());
        bySubject.put(entry.subject(), found);
        return found;
    }

    private static @Nullable Person by(Map<String, Person> people, IntakeEntry entry, ProfileField kind) {
        var address = entry.person().value(kind);
        return address == null ? null : people.get(address);
    }

    private static void remember(Map<String, Person> people, IntakeEntry entry, ProfileField kind, Person person) {
        var address = entry.person().value(kind);
        if (address != null) people.putIfAbsent(address, person);
    }

    List<Person> newcomers() {
        return newcomers;
    }

    /** Tells the numbers that the new people were given. */
    void made(Map<Person, Integer> numbers) {
        numbers.forEach((person, number) -> person.number = number);
    }

    List<CustomerStore.Link> newLinks() {
        var links = new LinkedHashMap<Long, CustomerStore.Link>();
        for (Person person : Set.copyOf(bySubject.values())) {
            for (Long subject : person.newSubjects) {
                links.put(subject, person.link(subject));
            }
        }
        return List.copyOf(links.values());
    }

    int customer(IntakeEntry entry) {
        return Objects.requireNonNull(Objects.requireNonNull(bySubject.get(entry.subject())).number);
    }

    /** That a subject is the entry's person. */
    CustomerStore.Link link(IntakeEntry entry, long subject) {
        return Objects.requireNonNull(bySubject.get(entry.subject())).link(subject);
    }

    boolean isFirstOfNew(IntakeEntry entry) {
        return Objects.requireNonNull(bySubject.get(entry.subject())).first == entry;
    }
}
