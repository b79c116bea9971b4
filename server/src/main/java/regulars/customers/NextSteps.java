package regulars.customers;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.access.ActorNames;
import regulars.access.Colleagues;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import regulars.kernel.Slice;

/** What is to be done next with each customer: one thing, by a day, by somebody. */
@Service
class NextSteps {
    private static final int LONGEST = 500;
    private static final String PERSON = "user";

    private final Customers customers;
    private final CustomerIntake intake;
    private final NextStepStore store;
    private final ActorNames names;
    private final Colleagues colleagues;
    private final InstantSource clock;

    NextSteps(
            Customers customers,
            CustomerIntake intake,
            NextStepStore store,
            ActorNames names,
            Colleagues colleagues,
            InstantSource clock) {
        this.customers = customers;
        this.intake = intake;
        this.store = store;
        this.names = names;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /**
     * @param responsible who is to do it: as actors are kept, to people by name
     * @param responsibleId the person among us; null where it is none
     */
    record NextStep(
            UUID id,
            String what,
            LocalDate due,
            String responsible,
            @Nullable UUID responsibleId) {}

    /** A step with whom it is planned. */
    record PlannedWith(NextStep step, UUID customerId, String customerName) {}

    /**
     * What is planned with anybody in sight, the first due first.
     *
     * @param responsible whose steps; null for everybody's
     * @param after the {@code next} of the page before
     */
    Slice<PlannedWith> all(@Nullable UUID responsible, @Nullable String after, int size) {
        var whose = responsible == null ? null : actor(responsible);
        var rows = store.all(whose, after == null ? null : place(after), size + 1);
        var known = names.of(rows.stream().map(row -> row.step().responsible()).toList());
        return Slice.of(
                rows,
                size,
                row -> row.step().due() + "~" + row.step().id(),
                row -> new PlannedWith(named(row.step(), known), row.customerId(), row.customerName()));
    }

    private static NextStepStore.Place place(String after) {
        try {
            var parts = after.split("~", 2);
            return new NextStepStore.Place(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            throw new Fault(
                            CustomersFault.CURSOR_INVALID,
                            "'after' is not one that this list gave: leave it out to start anew.",
                            e)
                    .at("after", after);
        }
    }

    private static String actor(UUID person) {
        return new Actor(PERSON, person.toString()).toString();
    }

    @Nullable
    NextStep of(UUID customer) {
        var step = store.open(subjects(customer));
        return step == null ? null : named(step);
    }

    private NextStep named(NextStep step) {
        return named(step, names.of(List.of(step.responsible())));
    }

    private static NextStep named(NextStep step, Map<String, String> names) {
        var said = step.responsible();
        var prefix = PERSON + ":";
        var id = said.startsWith(prefix) ? UUID.fromString(said.substring(prefix.length())) : null;
        return new NextStep(step.id(), step.what(), step.due(), names.getOrDefault(said, ""), id);
    }

    /**
     * Says what is next; an open step is replaced by it.
     *
     * @param responsible one of the colleagues; null for the one who asks
     */
    @Transactional
    public NextStep plan(UUID customer, String given, LocalDate due, @Nullable UUID responsible, Actor actor) {
        if (responsible != null) colleagues.requireGivable(responsible);
        var what = given.strip();
        if (what.isEmpty() || what.length() > LONGEST) {
            throw new Fault(
                            CustomersFault.STEP_INVALID,
                            "A step has between 1 and " + LONGEST + " characters: say what is to be done.")
                    .at("what", null)
                    .with("limit", LONGEST);
        }
        var ref = customers.find(customer);
        store.drop(customers.subjects(ref.number()));
        var now = clock.instant();
        var step = new NextStep(
                Ids.next(now), what, due, responsible == null ? actor.toString() : actor(responsible), responsible);
        store.add(step, intake.subjectByHand(ref, actor), now);
        return named(step);
    }

    @Transactional
    public void done(UUID customer, UUID step, Actor actor) {
        if (!store.finish(subjects(customer), step, clock.instant(), actor.toString())) throw unknown(step);
    }

    /** Takes a done step back, when nothing else was planned since. */
    @Transactional
    public void reopen(UUID customer, UUID step) {
        var own = subjects(customer);
        if (store.open(own) != null) {
            throw new Fault(CustomersFault.STEP_PLANNED_SINCE, "Something else is planned by now: finish that first.")
                    .at("step", step);
        }
        if (!store.reopen(own, step)) throw unknown(step);
    }

    private List<Long> subjects(UUID customer) {
        return customers.subjects(customers.find(customer).number());
    }

    private static Fault unknown(UUID step) {
        return new Fault(CustomersFault.STEP_NOT_FOUND, "There is no such step " + step + ": reload the card.")
                .at("step", step);
    }
}
