package regulars.customers;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.access.CurrentActor;
import regulars.collect.SubjectKey;
import regulars.collect.Subjects;
import regulars.customers.MergeStore.Party;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;

/**
 * Several people who are one. Records stay untouched: everything that counted as the other one counts as the kept one, and
 * each record goes on to know whose it would be without any merge. Taking a merge back at any time gives both persons back
 * with what came in between: a record that came later is of whom it would have been had the two never been merged, which
 * is of the one whose key or address it was known by.
 */
@Service
public class Merges {
    private final MergeStore store;
    private final RootStore roots;
    private final RecordStore records;
    private final CustomerIntake intake;
    private final CustomerStore customers;
    private final ProjectionStore projection;
    private final Subjects subjects;
    private final CurrentActor caller;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Merges(
            MergeStore store,
            RootStore roots,
            CustomerIntake intake,
            CustomerStore customers,
            ProfileStores profiles,
            Subjects subjects,
            MergeSurroundings around) {
        this.store = store;
        this.roots = roots;
        this.records = profiles.records();
        this.intake = intake;
        this.customers = customers;
        this.projection = profiles.projection();
        this.subjects = subjects;
        this.caller = around.caller();
        this.events = around.events();
        this.clock = around.clock();
    }

    /**
     * Makes two people one, in the caller's sight.
     *
     * @param kept who stays
     * @param other who is one with them from now on; their id leads to the kept one
     * @throws Fault {@link CustomersFault#MERGE_SAME}, {@link CustomersFault#MERGE_MERGED} when one of them is merged by
     *     now, {@link CustomersFault#CUSTOMER_NOT_FOUND}
     */
    @Transactional
    public UUID merge(int kept, int other, MergeCause cause) {
        records.oneWriterAtATime();
        if (kept == other) {
            throw new Fault(CustomersFault.MERGE_SAME, "This is one and the same customer: choose two different ones.");
        }
        var parties = store.parties(List.of(kept, other));
        var stays = active(parties, kept);
        var goes = active(parties, other);
        var now = clock.instant();
        var id = Ids.next(now);
        var own = customers.subjects(kept);
        var moved = store.move(other, kept, cause.actor(), now);
        var taken = stays.owner() == null ? goes.owner() : null;
        if (taken != null) store.own(kept, taken, null);
        var merged = new PeopleMerged(id, stays.ref(), goes.ref(), own, moved, now);
        store.add(id, merged, cause, taken);
        if (cause instanceof MergeCause.ByHand hand && !hand.chosen().isEmpty()) choose(merged, hand);
        projection.rebuild(List.of(kept), now);
        events.publishEvent(merged);
        return id;
    }

    /** What was chosen is a record of the merge's own, so that it goes with it. */
    private void choose(PeopleMerged merged, MergeCause.ByHand hand) {
        subject(merged.merge());
        var key = SubjectKey.manual(merged.merge().toString());
        var said = IncomingCustomer.identified(key, hand.chosen());
        intake.edit(intake.origin(CustomerEdits.BY_HAND, "manual", hand.actor()), merged.kept(), said);
    }

    private static Party active(Map<Integer, Party> parties, int number) {
        var party = parties.get(number);
        if (party != null && party.active()) return party;
        if (party != null && party.mergedInto() != null) {
            throw new Fault(
                            CustomersFault.MERGE_MERGED,
                            "One of the two is merged with somebody by now: reload, and look at whom.")
                    .at("id", party.id());
        }
        throw new Fault(
                CustomersFault.CUSTOMER_NOT_FOUND,
                "There is no such customer: they may have been erased; look the person up in the list.");
    }

    /**
     * Takes a merge back, whatever was merged or taken back since.
     *
     * @throws Fault {@link CustomersFault#MERGE_NOT_FOUND}, {@link CustomersFault#MERGE_UNDONE} when that was done before,
     *     {@link CustomersFault#MERGE_ERASED} when the person was erased since
     */
    @Transactional
    public void undo(UUID id) {
        records.oneWriterAtATime();
        var merge = store.find(id);
        if (merge == null) throw unknown(id);
        int other = merge.getOtherNumber();
        int root = root(merge.getKeptNumber());
        var parties = store.parties(List.of(root, other));
        var stays = parties.get(root);
        if (stays == null) throw unknown(id);
        if (merge.getUndoneAt() != null) {
            throw new Fault(CustomersFault.MERGE_UNDONE, "This merge was taken back before: reload the card.")
                    .at("id", id);
        }
        if (!stays.active()) {
            throw new Fault(
                            CustomersFault.MERGE_ERASED,
                            "The person was erased since, both of them with one another: there is nothing to give back.")
                    .at("id", id);
        }
        var now = clock.instant();
        var actor = caller.get();
        letGo(id, actor);
        store.giveBack(other, roots.family(other), root, actor, now);
        if (merge.getOwnerTaken() != null) store.own(merge.getKeptNumber(), null, merge.getOwnerTaken());
        store.undone(id, actor, now);
        projection.rebuild(List.of(root, other), now);
        var back = store.ref(other);
        events.publishEvent(new MergeUndone(id, stays.ref(), back, merge.getMergedAt(), now));
    }

    private void letGo(UUID id, Actor actor) {
        var key = SubjectKey.manual(id.toString());
        var own = subjects.known(List.of(key)).get(key);
        if (own != null) store.unlink(own, actor, clock.instant());
    }

    /**
     * What holds only while the merge does is said of this subject: it counts as the kept one, and is let go when the
     * merge is taken back.
     */
    @Transactional
    public long subject(UUID id) {
        var merge = store.find(id);
        if (merge == null) throw unknown(id);
        long own = subjects.number(SubjectKey.manual(id.toString()));
        var link = new CustomerStore.Link(own, root(merge.getKeptNumber()), merge.getKeptNumber());
        customers.link(List.of(link), "said by the merge", caller.get(), clock.instant());
        return own;
    }

    private int root(int number) {
        return Objects.requireNonNull(roots.roots(List.of(number)).get(number));
    }

    private static Fault unknown(UUID id) {
        return new Fault(CustomersFault.MERGE_NOT_FOUND, "There is no such merge " + id + ": reload the card.")
                .at("id", id);
    }
}
