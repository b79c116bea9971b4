package regulars.customers;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;

/** Takes back what an import said about people. The records stay and are marked; nothing is read from them any more. */
@Service
public class CustomerUndo {
    private static final String UNDONE = "the import was undone";

    private final UndoStore store;
    private final RecordStore records;
    private final CustomerStore customers;
    private final ProjectionStore projection;
    private final InstantSource clock;

    CustomerUndo(
            UndoStore store,
            RecordStore records,
            CustomerStore customers,
            ProjectionStore projection,
            InstantSource clock) {
        this.store = store;
        this.records = records;
        this.customers = customers;
        this.projection = projection;
        this.clock = clock;
    }

    /** What was taken back at once: so many records, and whom they spoke of. */
    public record TakenBack(int records, Set<Long> subjects, Set<Integer> customers) {}

    /** Somebody of whom something else is known, and who therefore stays. */
    public record KeptCustomer(UUID id, String name) {}

    /** Takes back the next records of the import, with the addresses and attributes that nothing else names. */
    @Transactional
    public TakenBack takeBack(UUID importId, int limit) {
        records.oneWriterAtATime();
        var said = store.next(importId, limit);
        if (said.isEmpty()) return new TakenBack(0, Set.of(), Set.of());
        var subjects = Set.copyOf(said.values());
        store.mark(said.keySet(), clock.instant());
        store.dropAddresses(subjects);
        store.datesOfAddresses(subjects);
        store.restoreAttributes(subjects);
        return new TakenBack(
                said.size(),
                subjects,
                Set.copyOf(customers.customersOf(subjects).values()));
    }

    /** Those of the customers of whom no record is left, and to whom nobody has done anything by hand. */
    public Set<Integer> unsaid(Collection<Integer> numbers) {
        return numbers.isEmpty() ? Set.of() : store.unsaid(numbers);
    }

    /** Whose each of the customers' subjects is. */
    public Map<Long, Integer> subjects(Collection<Integer> numbers) {
        return numbers.isEmpty() ? Map.of() : store.links(numbers);
    }

    /** Brings the customers up to date with what is still said of them. */
    @Transactional
    public void refresh(Collection<Integer> numbers) {
        if (!numbers.isEmpty()) projection.rebuild(numbers, clock.instant());
    }

    /** Removes customers of whom nothing is known; their numbers are never used again. */
    @Transactional
    public void remove(Collection<Integer> numbers, Actor actor) {
        if (!numbers.isEmpty()) store.remove(numbers, UNDONE, actor, clock.instant());
    }

    /** Those of the subjects of whom no record is left. */
    public Set<Long> silent(Collection<Long> subjects) {
        return subjects.isEmpty() ? Set.of() : store.silent(subjects);
    }

    /** Lets go of who these subjects are: the next file that names them decides anew. */
    @Transactional
    public void unlink(Collection<Long> subjects, Actor actor) {
        if (!subjects.isEmpty()) store.unlink(subjects, UNDONE, actor, clock.instant());
    }

    public List<KeptCustomer> named(Collection<Integer> numbers) {
        return numbers.isEmpty() ? List.of() : store.named(numbers);
    }
}
