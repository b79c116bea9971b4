package regulars.customers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.customers.NextSteps.NextStep;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.Slice;

/** What is to be done next with a customer. */
@RestController
@RequestMapping("/api/v1")
@Needs(Permission.CUSTOMERS_EDIT)
class NextStepsController {
    private final NextSteps steps;
    private final CurrentActor actor;

    NextStepsController(NextSteps steps, CurrentActor actor) {
        this.steps = steps;
        this.actor = actor;
    }

    /** @param responsible one of the colleagues; the one who asks when left out */
    record PlannedStep(String what, LocalDate due, @Nullable UUID responsible) {}

    /** @param step null when nothing is planned */
    record NextStepView(@Nullable NextStep step) {}

    /** What is planned with anybody, the first due first; {@code responsible} keeps one person's. */
    @GetMapping("/next-steps")
    @Needs(Permission.CUSTOMERS_READ)
    Slice<NextSteps.PlannedWith> all(
            @RequestParam(required = false) @Nullable UUID responsible,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return steps.all(responsible, after, Slice.size(limit));
    }

    @GetMapping("/customers/{id}/next-step")
    @Needs(Permission.CUSTOMERS_READ)
    NextStepView get(@PathVariable UUID id) {
        return new NextStepView(steps.of(id));
    }

    /** Plans it; an open step is replaced. */
    @PutMapping("/customers/{id}/next-step")
    NextStepView plan(@PathVariable UUID id, @RequestBody PlannedStep planned) {
        return new NextStepView(steps.plan(id, planned.what(), planned.due(), planned.responsible(), actor.get()));
    }

    @PostMapping("/customers/{id}/next-step/{step}/done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void done(@PathVariable UUID id, @PathVariable UUID step) {
        steps.done(id, step, actor.get());
    }

    /** Takes it back. */
    @PostMapping("/customers/{id}/next-step/{step}/reopen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(@PathVariable UUID id, @PathVariable UUID step) {
        steps.reopen(id, step);
    }
}
