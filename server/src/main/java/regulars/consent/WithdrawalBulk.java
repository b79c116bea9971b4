package regulars.consent;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.access.CurrentActor;
import regulars.customers.BulkChange;
import regulars.customers.BulkItem;
import regulars.customers.BulkKind;
import regulars.customers.CustomerIntake;
import regulars.customers.CustomerRef;
import regulars.customers.Customers;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Permission;
import schema.consent.tables.records.StateRecord;

/**
 * Many customers get nothing more for a purpose on a channel. There is no such change that grants: a consent needs the
 * proof of each person. Taking a withdrawal back grants nothing either; what the person said before holds again.
 */
@Component
class WithdrawalBulk implements BulkKind {
    private final Consents consents;
    private final StateStore states;
    private final EvidenceStore evidence;
    private final Customers customers;
    private final CustomerIntake intake;
    private final CurrentActor caller;
    private final InstantSource clock;

    WithdrawalBulk(
            Consents consents,
            StateStore states,
            EvidenceStore evidence,
            Customers customers,
            CustomerIntake intake,
            CurrentActor caller,
            InstantSource clock) {
        this.consents = consents;
        this.states = states;
        this.evidence = evidence;
        this.customers = customers;
        this.intake = intake;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "consent_withdrawn";
    }

    /** The key is the channel, the value the purpose: marketing when empty. */
    @Override
    public BulkChange settle(BulkChange asked, boolean dry) {
        if (!caller.may(Permission.CONSENTS_EDIT)) {
            throw new Fault(
                            ConsentFault.CONSENT_RIGHT_MISSING,
                            "Withdrawing consents needs a right of its own: ask whoever keeps the users.")
                    .with("permission", Permission.CONSENTS_EDIT.code());
        }
        var purpose = asked.value().isBlank() ? "marketing" : asked.value();
        consents.purpose(purpose);
        var note = dry ? "" : ConsentEdits.note(asked.note());
        return new BulkChange(code(), ConsentEdits.channel(asked.key()).code(), purpose, note);
    }

    @Override
    public Map<Integer, Boolean> alreadySo(Collection<Integer> numbers, BulkChange change) {
        var present =
                customers.present(numbers).stream().map(CustomerRef::number).toList();
        var already = new HashMap<Integer, Boolean>();
        consents.standing(present, channel(change), change.value())
                .forEach((number, right) -> already.put(number, right.standing() == Standing.WITHDRAWN));
        return already;
    }

    @Override
    public List<BulkItem> apply(List<Integer> numbers, BulkChange change, Actor actor) {
        var channel = channel(change);
        int purpose = consents.purpose(change.value());
        var subjects = intake.subjectsByHand(customers.present(numbers), actor);
        var former = states.of(subjects.values(), channel, purpose);
        var proof = new NewEvidence.Proof("by hand", "manual", actor, clock.instant());
        consents.recordAll(subjects.values().stream()
                .map(subject -> NewEvidence.withdrawn(subject, channel, change.value(), proof)
                        .withDetails(Map.of("note", change.note(), "how", "other")))
                .toList());
        var words = evidence.lastWords(numbers, channel, purpose);
        var items = new ArrayList<BulkItem>();
        subjects.forEach((customer, subject) -> items.add(new BulkItem(
                customer.number(),
                written(former.get(subject)),
                Objects.requireNonNull(words.get(customer.number())))));
        return items;
    }

    @Override
    public Set<Integer> restore(List<BulkItem> items, BulkChange change, Actor actor) {
        var channel = channel(change);
        int purpose = consents.purpose(change.value());
        var present = customers.present(items.stream().map(BulkItem::customer).toList());
        var words = evidence.lastWords(present.stream().map(CustomerRef::number).toList(), channel, purpose);
        var subjects = new HashMap<Integer, Long>();
        intake.subjectsByHand(present, actor).forEach((one, subject) -> subjects.put(one.number(), subject));
        var last = items.stream()
                .filter(item -> Objects.equals(words.get(item.customer()), item.word()))
                .toList();
        states.remove(last.stream().map(item -> subjects.get(item.customer())).toList(), channel, purpose);
        states.apply(last.stream()
                .filter(item -> item.former() != null)
                .map(item -> candidate(
                        item,
                        new StateStore.Key(Objects.requireNonNull(subjects.get(item.customer())), channel, purpose)))
                .toList());
        evidence.undo(last.stream().map(BulkItem::word).toList(), actor, clock.instant());
        var restored = new HashSet<Integer>();
        last.forEach(item -> restored.add(item.customer()));
        return restored;
    }

    private static Channel channel(BulkChange change) {
        return ConsentEdits.channel(change.key());
    }

    /** The former state of the subject by hand: granted, imported, its instant, its evidence. */
    private static @Nullable String written(@Nullable StateRecord state) {
        if (state == null) return null;
        return String.join(
                " ",
                state.getGranted().toString(),
                state.getImported().toString(),
                state.getGivenAt().toString(),
                state.getEvidenceId().toString());
    }

    private static StateStore.Candidate candidate(BulkItem item, StateStore.Key key) {
        var parts = Objects.requireNonNull(item.former()).split(" ", 4);
        var state = new State(
                Boolean.parseBoolean(parts[0]), Boolean.parseBoolean(parts[1]), java.time.Instant.parse(parts[2]));
        return new StateStore.Candidate(key, state, Long.parseLong(parts[3]));
    }
}
