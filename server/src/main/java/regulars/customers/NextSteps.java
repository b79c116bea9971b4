package regulars.customers;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.access.ActorNames;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;

/** What is to be done next with each customer: one thing, by a day, by somebody. */
@Service
class NextSteps {
    private static final int LONGEST = 500;

    private final Customers customers;
    private final CustomerIntake intake;
    private final NextStepStore store;
    private final ActorNames names;
    private final InstantSource clock;

    NextSteps(Customers customers, CustomerIntake intake, NextStepStore store, ActorNames names, InstantSource clock) {
        this.customers = customers;
        this.intake = intake;
        this.store = store;
        this.names = names;
        this.clock = clock;
    }

    /** @param responsible who wrote it down: as actors are kept, to people by name */
    record NextStep(UUID id, String what, LocalDate due, String responsible) {}

    @Nullable
    NextStep of(UUID customer) {
        var step = store.open(subjects(customer));
        return step == null ? null : named(step);
    }

    private NextStep named(NextStep step) {
        var name = names.of(List.of(step.responsible())).getOrDefault(step.responsible(), "");
        return new NextStep(step.id(), step.what(), step.due(), name);
    }

    /** Says what is next; an open step is replaced by it. */
    @Transactional
    public NextStep plan(UUID customer, String given, LocalDate due, Actor actor) {
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
        var step = new NextStep(Ids.next(now), what, due, actor.toString());
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
