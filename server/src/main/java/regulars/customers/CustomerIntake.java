package regulars.customers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.collect.SubjectKey;
import regulars.collect.Subjects;
import regulars.kernel.Actor;

/**
 * Where what sources say about people comes in. Records are appended, and each person becomes what their records
 * together say: of each field the last value given.
 *
 * <p>Who is who: the same key in the same source is the same person; else the same e-mail address; else the same phone
 * number, as the {@link IdentityRules} want it; else it is a new person. A record that its source said before, in the last file that spoke of this person,
 * writes nothing.
 */
@Service
public class CustomerIntake {
    private final Subjects subjects;
    private final CustomerStore customers;
    private final SourceStore sources;
    private final RecordStore records;
    private final ContactStore contacts;
    private final AttributeStore attributes;
    private final ProjectionStore projection;
    private final TombstoneStore tombstones;
    private final OwnerStore owners;
    private final IdentityStores identity;
    private final InstantSource clock;

    CustomerIntake(
            Subjects subjects,
            CustomerStore customers,
            SourceStore sources,
            ProfileStores profiles,
            InstantSource clock) {
        this.subjects = subjects;
        this.customers = customers;
        this.sources = sources;
        this.records = profiles.records();
        this.contacts = profiles.contacts();
        this.attributes = profiles.attributes();
        this.projection = profiles.projection();
        this.tombstones = profiles.tombstones();
        this.owners = profiles.owners();
        this.identity = profiles.identity();
        this.clock = clock;
    }

    /** The source of that name, whatever the case it is written in; made when there is none. */
    @Transactional
    public Origin origin(String name, String kind, Actor actor) {
        var shown = name.strip();
        var code = shown.toLowerCase(Locale.ROOT);
        return new Origin(sources.findOrAdd(code, shown, kind, clock.instant()), code, null, actor);
    }

    /** Held to the end of the transaction: nobody else adds or changes people meanwhile. */
    void oneWriterAtATime() {
        records.oneWriterAtATime();
    }

    /** Takes the records in, in their order; the answers are in the same order. */
    @Transactional
    public List<Accepted> accept(Origin origin, List<IncomingCustomer> people) {
        if (people.isEmpty()) return List.of();
        records.oneWriterAtATime();
        return write(origin, people, Writing.NEWS);
    }

    /** Knows the people of these keys or makes them; of those it knows nothing is written. */
    @Transactional
    public List<Accepted> identify(Origin origin, List<IncomingCustomer> people) {
        if (people.isEmpty()) return List.of();
        records.oneWriterAtATime();
        return write(origin, people, Writing.STRANGERS);
    }

    /** Takes in what somebody says about a person already known: the record is theirs whatever addresses it names. */
    @Transactional
    public void edit(Origin origin, CustomerRef customer, IncomingCustomer said) {
        editAll(origin, Map.of(customer, said));
    }

    /** That these keys mean people who are known; what a key means already it goes on to mean. */
    @Transactional
    public void know(Origin origin, Map<SubjectKey, Integer> people) {
        if (people.isEmpty()) return;
        records.oneWriterAtATime();
        var numbers = subjects.numbers(List.copyOf(people.keySet()));
        var homes = customers.numbers(people.keySet().stream()
                .flatMap(key -> CustomerKeys.ownId(key).stream())
                .toList());
        var links = people.entrySet().stream()
                .map(one -> new CustomerStore.Link(
                        Objects.requireNonNull(numbers.get(one.getKey())),
                        one.getValue(),
                        CustomerKeys.ownId(one.getKey()).map(homes::get).orElse(one.getValue())))
                .toList();
        customers.link(links, "named by our own id", origin.actor(), clock.instant());
    }

    /** Makes the people somebody's. */
    @Transactional
    public void own(Collection<Integer> numbers, UUID owner, Actor actor) {
        owners.own(numbers, owner, actor);
    }

    /** Whether the address was of somebody who was erased. */
    boolean isErased(ProfileField kind, String address) {
        return !tombstones.ownersOf(kind.key(), List.of(address)).isEmpty();
    }

    /** The same for many. Said again it counts again: a file may have said something else in between. */
    @Transactional
    public void editAll(Origin origin, Map<CustomerRef, IncomingCustomer> said) {
        records.oneWriterAtATime();
        linkByHand(said.keySet(), origin.actor());
        write(origin, List.copyOf(said.values()), Writing.EVERYTHING);
    }

    /** The subject that stands for what people at screens say about the customer, linked to them. */
    @Transactional
    public long subjectByHand(CustomerRef customer, Actor actor) {
        return Objects.requireNonNull(subjectsByHand(List.of(customer), actor).get(customer));
    }

    /** The same for many. */
    @Transactional
    public Map<CustomerRef, Long> subjectsByHand(Collection<CustomerRef> people, Actor actor) {
        return linkByHand(people, actor);
    }

    private Map<CustomerRef, Long> linkByHand(Collection<CustomerRef> people, Actor actor) {
        var numbers =
                subjects.numbers(people.stream().map(CustomerIntake::byHand).toList());
        var linked = new LinkedHashMap<CustomerRef, Long>();
        for (CustomerRef one : people) linked.put(one, Objects.requireNonNull(numbers.get(byHand(one))));
        var links = linked.entrySet().stream()
                .map(one -> new CustomerStore.Link(one.getValue(), one.getKey().number()))
                .toList();
        customers.link(links, "edited by hand", actor, clock.instant());
        return linked;
    }

    private static SubjectKey byHand(CustomerRef customer) {
        return SubjectKey.manual(customer.id().toString());
    }

    /** Which of the records are appended. */
    private enum Writing {
        EVERYTHING,
        NEWS,
        STRANGERS
    }

    private List<Accepted> write(Origin origin, List<IncomingCustomer> people, Writing writing) {
        var now = clock.instant();
        var numbers =
                subjects.numbers(people.stream().map(IncomingCustomer::key).toList());
        var entries = people.stream()
                .map(person -> new IntakeEntry(person, Objects.requireNonNull(numbers.get(person.key()))))
                .toList();
        var matching = new Matching(customers, tombstones, identity.rules().rules(origin.sourceId()), entries, now);
        var fresh = switch (writing) {
            case EVERYTHING -> entries;
            case NEWS -> changed(origin, entries);
            case STRANGERS -> entries.stream().filter(matching::unlinked).toList();
        };
        matching.resolve(fresh);
        var kept = fresh.stream().filter(entry -> !matching.ofErased(entry)).toList();
        append(origin, kept, now, writing);
        settle(origin, matching, kept, now);
        forget(origin, matching, fresh, now);
        return entries.stream().map(entry -> entry.accepted(matching)).toList();
    }

    /** A new id of somebody who was erased is theirs too, and no more to be read than the others. */
    private void forget(Origin origin, Matching matching, List<IntakeEntry> fresh, Instant now) {
        var links = fresh.stream()
                .filter(matching::ofErased)
                .map(entry -> new CustomerStore.Link(entry.subject(), matching.customer(entry)))
                .toList();
        customers.link(links, "erased", origin.actor(), now);
        if (!links.isEmpty())
            subjects.erase(links.stream().map(CustomerStore.Link::subject).toList());
    }

    /** Those that say something else than the last file of this source said of the same subject. */
    private List<IntakeEntry> changed(Origin origin, List<IntakeEntry> entries) {
        var known = records.lastHashes(
                origin.sourceId(), entries.stream().map(IntakeEntry::subject).toList());
        var changed = new ArrayList<IntakeEntry>();
        for (IntakeEntry entry : entries) {
            if (known.add(new RecordStore.Said(entry.subject(), entry.hash()))) changed.add(entry);
        }
        return changed;
    }

    private void append(Origin origin, List<IntakeEntry> fresh, Instant now, Writing writing) {
        if (fresh.isEmpty()) return;
        var ids = records.append(origin, fresh, now);
        var values = new ArrayList<AttributeStore.Value>();
        for (int i = 0; i < fresh.size(); i++) {
            var entry = fresh.get(i);
            entry.written(ids.get(i));
            for (var value : entry.person().attributes().entrySet()) {
                var slot =
                        new AttributeStore.Slot(entry.subject(), value.getKey().id());
                values.add(new AttributeStore.Value(slot, ids.get(i), value.getValue()));
            }
        }
        contacts.confirm(origin.sourceId(), fresh, now);
        attributes.write(origin.sourceId(), values, now, writing == Writing.EVERYTHING);
    }

    private void linkAliases(Origin origin, Matching matching, List<IntakeEntry> fresh, Instant now) {
        var keys = fresh.stream()
                .flatMap(entry -> entry.person().aliases().stream())
                .toList();
        if (keys.isEmpty()) return;
        var numbers = subjects.numbers(keys);
        var links = new LinkedHashMap<Long, CustomerStore.Link>();
        for (IntakeEntry entry : fresh) {
            for (SubjectKey alias : entry.person().aliases()) {
                long subject = Objects.requireNonNull(numbers.get(alias));
                links.putIfAbsent(subject, matching.link(entry, subject));
            }
        }
        customers.link(List.copyOf(links.values()), "another id of the same person", origin.actor(), now);
    }

    /** Makes the new people, links the subjects, and brings the known people up to date. */
    private void settle(Origin origin, Matching matching, List<IntakeEntry> fresh, Instant now) {
        if (fresh.isEmpty()) return;
        var made = projection.create(matching.newcomers(), origin.sourceId(), now);
        matching.made(made);
        identity.doubts().add(origin, matching.doubts(), now);
        customers.linkUnlinked(matching.newLinks(), "matched by key, e-mail or phone", origin.actor(), now);
        linkAliases(origin, matching, fresh, now);
        Collection<Integer> touched =
                new TreeSet<>(fresh.stream().map(matching::customer).toList());
        made.values().forEach(touched::remove);
        if (!touched.isEmpty()) projection.refresh(touched, now);
    }
}
