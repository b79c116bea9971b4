package regulars.customers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.access.RecentAnswers;
import regulars.access.Secrets;
import regulars.collect.SubjectKey;
import regulars.collect.Subjects;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import regulars.kernel.StopJournal;

/** One person as a whole: everything that is held of them in all rooms, to hand over or to forget. */
@Service
class People {
    private static final int SHORTEST_TEXT = 4;

    private final Customers customers;
    private final CardStore cards;
    private final PersonStore store;
    private final TombstoneStore tombstones;
    private final RootStore roots;
    private final RecordStore records;
    private final Subjects subjects;
    private final List<PersonalData> rooms;
    private final RecentAnswers answers;
    private final StopJournal journal;
    private final Secrets secrets;
    private final InstantSource clock;

    People(
            Customers customers,
            PersonParts parts,
            RecordStore records,
            Subjects subjects,
            List<PersonalData> rooms,
            ErasureProof proof,
            InstantSource clock) {
        this.customers = customers;
        this.cards = parts.cards();
        this.store = parts.store();
        this.tombstones = parts.tombstones();
        this.roots = parts.roots();
        this.records = records;
        this.subjects = subjects;
        this.rooms = rooms;
        this.answers = proof.answers();
        this.journal = proof.journal();
        this.secrets = proof.secrets();
        this.clock = clock;
    }

    /** That somebody was erased: what was taken away, table by table. */
    record Erasure(UUID id, Instant erasedAt, Map<String, Integer> rows) {}

    @Transactional(readOnly = true)
    public List<PersonalTable> held(UUID id) {
        var person = known(customers.find(id));
        var tables = new ArrayList<>(store.held(person));
        for (PersonalData room : rooms) tables.addAll(room.held(person));
        return tables;
    }

    /** The files about the person, one at a time. */
    void files(UUID id, BiConsumer<String, byte[]> each) {
        store.files(known(customers.find(id)), each);
    }

    /**
     * Forgets the person for good. Orders and figures stay, without them; keyed hashes of their keys and addresses keep a
     * later file from bringing them back.
     *
     * @param confirmation their name, e-mail, phone, id at a source or id, as somebody typed it
     */
    @Transactional
    public Erasure erase(UUID id, String confirmation, Actor actor) {
        records.oneWriterAtATime();
        var ref = customers.find(id);
        confirm(ref, confirmation);
        var person = known(ref);
        var now = clock.instant();
        var certificate = Ids.next(now);
        var prints = List.copyOf(subjects.fingerprints(person.subjects()).values());
        var counts = forget(person, now);
        store.certify(certificate, person.number(), actor.toString(), counts, now);
        journal.add(List.of(new ErasedLine(
                secrets.fingerprint(),
                ErasedLine.KIND,
                now,
                certificate,
                person.id(),
                actor.toString(),
                prints,
                tombstones.hashes(person.addresses()))));
        return new Erasure(certificate, now, counts);
    }

    private Map<String, Integer> forget(KnownPerson person, Instant now) {
        var counts = new LinkedHashMap<String, Integer>();
        for (PersonalData room : rooms)
            room.forget(person).forEach((table, rows) -> counts.merge(table, rows, Integer::sum));
        counts.putAll(store.forget(person, now));
        tombstones.add(person.number(), tombstones.hashes(person.addresses()), now);
        counts.put("collect.subject", subjects.erase(person.subjects()));
        counts.put("access.idempotent_response", answers.forget(person.texts()));
        return counts;
    }

    /**
     * Carries out an erasure that this database does not know of. Somebody whom it never knew leaves an empty number, so
     * that no file brings them in.
     *
     * @param held those of the erased subjects that it has
     */
    @Transactional
    public void eraseAgain(ErasedLine line, List<Long> held) {
        records.oneWriterAtATime();
        var owners = new TreeSet<>(customers.customersOf(held).values());
        var counts = new LinkedHashMap<String, Integer>();
        customers
                .ids(owners)
                .forEach((number, id) -> forget(known(new CustomerRef(number, id)), line.at())
                        .forEach((table, rows) -> counts.merge(table, rows, Integer::sum)));
        int number = owners.isEmpty() ? tombstones.stub(line.customer(), line.at()) : owners.first();
        tombstones.add(number, line.addresses(), line.at());
        store.link(subjects.numbers(line.subjects()).values(), number, line.at());
        store.certify(line.certificate(), number, line.actor(), counts, line.at());
    }

    private void confirm(CustomerRef ref, String given) {
        var wanted = names(ref);
        if (wanted.contains(given.strip().toLowerCase(Locale.ROOT))) return;
        throw new Fault(
                        CustomersFault.ERASURE_NOT_CONFIRMED,
                        "This is not the name, the e-mail or the phone of the person: type one exactly as the card shows it.")
                .at("confirmation", given);
    }

    private Set<String> names(CustomerRef ref) {
        var row = cards.customer(ref.number());
        var names = new LinkedHashSet<String>();
        for (var name : new String[] {
            row.getFullName(), row.getEmail(), row.getPhone(), ref.id().toString()
        }) if (name != null && !name.isBlank()) names.add(name.strip().toLowerCase(Locale.ROOT));
        customers
                .externalIds(List.of(ref.number()))
                .getOrDefault(ref.number(), List.of())
                .forEach(one -> names.add(one.value().toLowerCase(Locale.ROOT)));
        return names;
    }

    private KnownPerson known(CustomerRef ref) {
        var numbers = List.copyOf(roots.family(ref.number()));
        var own = subjectsOf(ref, numbers);
        var addresses = new LinkedHashSet<>(store.addresses(own));
        var texts = new LinkedHashSet<>(store.texts(numbers, own));
        for (SubjectKey key : subjects.keys(own).values()) {
            if (key.kind().equals("email") || key.kind().equals("phone"))
                addresses.add(new KnownPerson.Address(key.kind(), key.value()));
            else if (key.kind().equals("external")) texts.add(key.value());
        }
        addresses.forEach(one -> texts.add(one.normalised()));
        texts.removeIf(text -> text.length() < SHORTEST_TEXT);
        return new KnownPerson(ref.number(), ref.id(), numbers, own, List.copyOf(addresses), List.copyOf(texts));
    }

    /** With those that only their merges spoke by, also of merges taken back since. */
    private List<Long> subjectsOf(CustomerRef ref, List<Integer> numbers) {
        var own = new LinkedHashSet<>(customers.subjects(ref.number()));
        var ofMerges = store.merges(numbers).stream()
                .map(merge -> SubjectKey.manual(merge.toString()))
                .toList();
        own.addAll(subjects.known(ofMerges).values());
        return List.copyOf(own);
    }
}
