package regulars.customers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
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
 * Finds out whose each record of a batch is: by its key, else by e-mail, else by phone, as the rules of identity want it,
 * among the people known and those that the batch itself makes. An address whose people all contradict the record's name,
 * or a number that was silent for long and comes with another name, makes a new person and a doubt. Used by one thread, for one batch.
 */
final class Matching {
    /** In the order in which they decide. */
    private static final List<ProfileField> EMAIL_FIRST = List.of(ProfileField.EMAIL, ProfileField.PHONE);

    private final CustomerStore customers;
    private final TombstoneStore tombstones;
    private final IdentityRules rules;
    private final Instant recycled;
    private final Set<Integer> erased = new HashSet<>();
    private final Map<Long, Person> bySubject = new HashMap<>();
    private final Map<ProfileField, Map<String, List<Candidate>>> byAddress = new EnumMap<>(ProfileField.class);
    private final List<Person> newcomers = new ArrayList<>();
    private final List<Unsure> unsure = new ArrayList<>();

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

        private boolean isSame(Person other) {
            return this == other || number != null && number.equals(other.number);
        }
    }

    /** Somebody who has an address; when that was last confirmed, null for now. */
    private record Candidate(
            Person person, PersonNames names, @Nullable Instant confirmedAt) {}

    private record Unsure(Person one, Person other, Doubt why) {}

    /** @param now by which a number was confirmed long ago or not */
    Matching(
            CustomerStore customers,
            TombstoneStore tombstones,
            IdentityRules rules,
            List<IntakeEntry> entries,
            Instant now) {
        this.customers = customers;
        this.tombstones = tombstones;
        this.rules = rules;
        this.recycled = rules.recycledAfter() == 0
                ? Instant.MIN
                : now.atOffset(ZoneOffset.UTC)
                        .minusMonths(rules.recycledAfter())
                        .toInstant();
        var subjects = entries.stream().map(IntakeEntry::subject).distinct().toList();
        customers.links(subjects).forEach((subject, link) -> bySubject.put(subject, Person.of(link)));
    }

    boolean unlinked(IntakeEntry entry) {
        return !bySubject.containsKey(entry.subject());
    }

    void resolve(List<IntakeEntry> entries) {
        for (ProfileField kind : kinds()) byAddress.put(kind, known(entries, kind));
        for (IntakeEntry entry : entries) {
            var person = find(entry);
            for (ProfileField kind : kinds()) remember(entry, kind, person);
        }
        var known = new HashSet<Integer>();
        for (Person person : bySubject.values()) if (person.number != null) known.add(person.number);
        erased.addAll(tombstones.erased(known));
    }

    private List<ProfileField> kinds() {
        return rules.phoneFirst() ? EMAIL_FIRST.reversed() : EMAIL_FIRST;
    }

    private boolean recognises(ProfileField kind) {
        return kind == ProfileField.EMAIL ? rules.byEmail() : rules.byPhone();
    }

    /** Whether the record is about somebody who was erased: nothing of it may be kept. */
    boolean ofErased(IntakeEntry entry) {
        var number = Objects.requireNonNull(bySubject.get(entry.subject())).number;
        return number != null && erased.contains(number);
    }

    private Map<String, List<Candidate>> known(List<IntakeEntry> entries, ProfileField kind) {
        Set<String> addresses = entries.stream()
                .filter(this::unlinked)
                .flatMap(entry -> Stream.ofNullable(entry.person().value(kind)))
                .collect(Collectors.toSet());
        var people = new HashMap<String, List<Candidate>>();
        if (addresses.isEmpty()) return people;
        var nameless = new PersonNames(null, "");
        tombstones
                .ownersOf(kind.key(), addresses)
                .forEach((address, number) -> people.put(
                        address,
                        new ArrayList<>(List.of(new Candidate(new Person(number, number, null), nameless, null)))));
        if (!recognises(kind)) return people;
        customers.acquaintances(kind.key(), addresses).forEach((address, owners) -> {
            var candidates = new ArrayList<Candidate>();
            for (var one : owners) {
                var person = new Person(one.customer(), one.home(), null);
                candidates.add(new Candidate(person, one.names(), one.confirmedAt()));
            }
            people.put(address, candidates);
        });
        return people;
    }

    private Person find(IntakeEntry entry) {
        var linked = bySubject.get(entry.subject());
        if (linked != null) return linked;
        Person found = null;
        var doubted = new ArrayList<Unsure>();
        for (ProfileField kind : kinds()) {
            var person = by(kind, entry, doubted);
            if (found == null) found = person;
            else if (person != null && !person.isSame(found)) doubted.add(new Unsure(found, person, Doubt.KEYS));
        }
        if (found == null) {
            found = new Person(null, null, entry);
            newcomers.add(found);
        }
        for (Unsure one : doubted) unsure.add(new Unsure(found, one.other, one.why));
        found.newSubjects.add(entry.subject());
        bySubject.put(entry.subject(), found);
        return found;
    }

    /** The one known longest of those whom nothing speaks against; the others are doubted. */
    private @Nullable Person by(ProfileField kind, IntakeEntry entry, List<Unsure> doubted) {
        var address = entry.person().value(kind);
        if (address == null) return null;
        var names = PersonNames.of(entry.person());
        Person found = null;
        var against = new ArrayList<Unsure>();
        for (Candidate one : byAddress.getOrDefault(kind, Map.of()).getOrDefault(address, List.of())) {
            var why = against(kind, names, one);
            if (why != null) against.add(new Unsure(one.person, one.person, why));
            else if (found == null) found = one.person;
        }
        if (found == null) doubted.addAll(against);
        return found;
    }

    private @Nullable Doubt against(ProfileField kind, PersonNames names, Candidate candidate) {
        if (!names.contradicts(candidate.names)) return null;
        boolean old =
                kind == ProfileField.PHONE && candidate.confirmedAt != null && candidate.confirmedAt.isBefore(recycled);
        if (old) return Doubt.RECYCLED;
        return rules.namesAgree() ? Doubt.NAME : null;
    }

    private void remember(IntakeEntry entry, ProfileField kind, Person person) {
        var address = entry.person().value(kind);
        if (address == null || !recognises(kind)) return;
        var candidates = Objects.requireNonNull(byAddress.get(kind)).computeIfAbsent(address, one -> new ArrayList<>());
        if (candidates.stream().noneMatch(one -> one.person.isSame(person)))
            candidates.add(new Candidate(person, PersonNames.of(entry.person()), null));
    }

    List<Person> newcomers() {
        return newcomers;
    }

    /** Tells the numbers that the new people were given. */
    void made(Map<Person, Integer> numbers) {
        numbers.forEach((person, number) -> person.number = number);
    }

    /** Who may be one, of those of whom nobody is erased. */
    Stream<DoubtStore.Pair> doubts() {
        return unsure.stream()
                .map(one -> new DoubtStore.Pair(
                        Objects.requireNonNull(one.one.number), Objects.requireNonNull(one.other.number), one.why))
                .filter(pair -> !erased.contains(pair.first()) && !erased.contains(pair.second()));
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
