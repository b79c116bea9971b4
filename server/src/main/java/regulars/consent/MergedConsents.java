package regulars.consent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import regulars.access.CurrentActor;
import regulars.consent.MergedConsentStore.Withdrawal;
import regulars.customers.CustomerIntake;
import regulars.customers.CustomerRef;
import regulars.customers.Customers;
import regulars.customers.MergeUndone;
import regulars.customers.Merges;
import regulars.customers.PeopleMerged;
import regulars.kernel.Actor;

/**
 * Of two who become one the stricter word holds: what either had withdrawn is withdrawn for both until the person agrees
 * anew, even where the other had agreed later. That is said of the merge's own subject, and goes with it.
 *
 * <p>Taken back, each has their own words again. A withdrawal that came in between is of whose address it names or whose
 * key said it; where that is either of them, or neither, it holds for both.
 */
@Component
class MergedConsents {
    private static final String MERGE = "merge";
    private static final String UNDONE = "merge undone";

    private final MergedConsentStore store;
    private final StateStore states;
    private final EvidenceStore evidence;
    private final Consents consents;
    private final Merges merges;
    private final Customers customers;
    private final CustomerIntake intake;
    private final CurrentActor caller;

    MergedConsents(
            MergedConsentStore store,
            ConsentStores stores,
            Consents consents,
            Merges merges,
            Customers customers,
            CustomerIntake intake,
            CurrentActor caller) {
        this.store = store;
        this.states = stores.states();
        this.evidence = stores.evidence();
        this.consents = consents;
        this.merges = merges;
        this.customers = customers;
        this.intake = intake;
        this.caller = caller;
    }

    private record Matter(Channel channel, int purpose) {}

    @EventListener
    void merged(PeopleMerged merged) {
        var kept = byMatter(states.all(merged.keptSubjects()));
        var other = byMatter(states.all(merged.moved()));
        Map<Integer, String> purposes = kept.isEmpty() || other.isEmpty() ? Map.of() : store.purposes();
        kept.forEach((matter, said) -> {
            var theirs = other.get(matter);
            if (theirs == null) return;
            var one = StateStore.fold(said);
            var two = StateStore.fold(theirs);
            var both = StateStore.fold(
                    Stream.concat(said.stream(), theirs.stream()).toList());
            if (!both.state().granted() || (one.state().granted() && two.state().granted())) return;
            var because = one.state().granted() ? two : one;
            carry(merged, matter, Objects.requireNonNull(purposes.get(matter.purpose)), because.evidenceId());
        });
    }

    private void carry(PeopleMerged merged, Matter matter, String purpose, long because) {
        var proof = new NewEvidence.Proof(MERGE, MERGE, caller.get(), merged.at());
        consents.record(NewEvidence.withdrawn(merges.subject(merged.merge()), matter.channel, purpose, proof)
                .withDetails(Map.of("because", because)));
    }

    private static Map<Matter, List<StateStore.Candidate>> byMatter(List<StateStore.Candidate> candidates) {
        var matters = new HashMap<Matter, List<StateStore.Candidate>>();
        for (var one : candidates) {
            var key = one.key();
            matters.computeIfAbsent(new Matter(key.channel(), key.purpose()), matter -> new ArrayList<>())
                    .add(one);
        }
        return matters;
    }

    @EventListener
    void undone(MergeUndone undone) {
        var kept = new Side(undone.kept(), customers.subjects(undone.kept().number()));
        var other = new Side(undone.other(), customers.subjects(undone.other().number()));
        for (var side : List.of(kept, other)) drop(side, undone);
        for (var one : store.withdrawals(kept.subjects)) share(one, kept, other, undone);
        for (var one : store.withdrawals(other.subjects)) share(one, other, kept, undone);
    }

    private record Side(CustomerRef customer, List<Long> subjects) {}

    /** What other merges carried over, and of which nothing is left that they carried. */
    private void drop(Side side, MergeUndone undone) {
        var withdrawals = store.withdrawals(side.subjects);
        for (var carried : withdrawals) {
            if (!carried.method().equals(MERGE)) continue;
            boolean holds = withdrawals.stream()
                    .anyMatch(one -> !one.method().equals(MERGE) && matter(one).equals(matter(carried)));
            if (holds) continue;
            states.remove(
                    List.of(carried.key().subject()),
                    carried.key().channel(),
                    carried.key().purpose());
            evidence.undo(List.of(carried.evidence()), caller.get(), undone.at());
        }
    }

    private static Matter matter(Withdrawal one) {
        return new Matter(one.key().channel(), one.key().purpose());
    }

    private void share(Withdrawal one, Side mine, Side others, MergeUndone undone) {
        boolean between = !one.recordedAt().isBefore(undone.mergedAt());
        boolean own = one.method().equals(MERGE) || one.method().equals(UNDONE);
        if (!between || own || isClear(one, mine, others)) return;
        Actor actor = caller.get();
        long subject = intake.subjectByHand(others.customer, actor);
        var proof = new NewEvidence.Proof(MERGE, UNDONE, actor, one.givenAt());
        consents.record(NewEvidence.withdrawn(subject, one.key().channel(), one.purpose(), proof)
                .withDetails(Map.of("because", one.evidence())));
    }

    private boolean isClear(Withdrawal one, Side mine, Side others) {
        if (one.address() == null) return !one.byHand();
        return store.has(mine.subjects, one.address()) != store.has(others.subjects, one.address())
                && store.has(mine.subjects, one.address());
    }
}
