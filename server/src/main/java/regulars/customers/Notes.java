package regulars.customers;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;

/** What people of ours write down about customers. */
@Service
class Notes {
    private static final int LONGEST = 4000;

    private final Customers customers;
    private final CustomerIntake intake;
    private final NoteStore store;
    private final InstantSource clock;

    Notes(Customers customers, CustomerIntake intake, NoteStore store, InstantSource clock) {
        this.customers = customers;
        this.intake = intake;
        this.store = store;
        this.clock = clock;
    }

    @Transactional
    public UUID add(UUID customer, String given, Actor actor) {
        var body = given.strip();
        if (body.isEmpty() || body.length() > LONGEST) {
            throw new Fault(
                            CustomersFault.NOTE_INVALID,
                            "A note has between 1 and " + LONGEST + " characters: write something, or less.")
                    .at("body", null)
                    .with("limit", LONGEST);
        }
        var now = clock.instant();
        var note = new NoteStore.Note(Ids.next(now), body, actor.toString(), now);
        store.add(note, intake.subjectByHand(customers.find(customer), actor));
        return note.id();
    }

    @Transactional
    public void delete(UUID customer, UUID note) {
        mark(customer, note, true);
    }

    /** Brings a deleted note back. */
    @Transactional
    public void restore(UUID customer, UUID note) {
        mark(customer, note, false);
    }

    private void mark(UUID customer, UUID note, boolean deleted) {
        var subjects = customers.subjects(customers.find(customer).number());
        if (store.markDeleted(subjects, note, deleted ? clock.instant() : null)) return;
        throw new Fault(
                        CustomersFault.NOTE_NOT_FOUND,
                        "The customer " + customer + " has no note " + note + ": reload the card.")
                .at("note", note);
    }
}
