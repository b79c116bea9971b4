package regulars.sources;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.collect.EventRetention;
import regulars.collect.StoredEvents;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.work.Jobs;

/** Stored events as a whole: how many of which, how long they are kept, deleting them, telling them again. */
@RestController
@RequestMapping("/api/v1/events")
@Needs(Permission.SETTINGS_MANAGE)
class StoredEventsController {
    private final StoredEventsStore store;
    private final StoredEvents events;
    private final EventExpiry expiry;
    private final Jobs jobs;
    private final CurrentActor actor;

    StoredEventsController(
            StoredEventsStore store, StoredEvents events, EventExpiry expiry, Jobs jobs, CurrentActor actor) {
        this.store = store;
        this.events = events;
        this.expiry = expiry;
        this.jobs = jobs;
        this.actor = actor;
    }

    /** What would be meant, before anything is done to it. */
    @GetMapping("/stored")
    StoredEventsStore.StoredEventsFound stored(
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable UUID customer) {
        return store.find(new StoredEventsQuestion(type, source, from, to, customer, null));
    }

    /** A job deletes them. Their message ids stay known: what is sent again is a duplicate. */
    @PostMapping("/stored/delete")
    @ResponseStatus(HttpStatus.ACCEPTED)
    StoredEventsStarted delete(@RequestBody StoredEventsQuestion question) {
        return start(StoredEventsJob.Action.DELETE, question);
    }

    /** A job tells them to all that follows events once more, such as what is known of customers by {@code identify}. */
    @PostMapping("/stored/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    StoredEventsStarted replay(@RequestBody StoredEventsQuestion question) {
        return start(StoredEventsJob.Action.REPLAY, question);
    }

    @GetMapping("/retention")
    RetentionRules retention() {
        return new RetentionRules(events.retention());
    }

    /** How many events a rule would take away now. */
    @GetMapping("/retention/due")
    RetentionDue due(@RequestParam(defaultValue = "") String type, @RequestParam int months) {
        return new RetentionDue(expiry.due(new EventRetention(type, months), events.retention()));
    }

    @PutMapping("/retention")
    RetentionRules keep(@RequestBody RetentionRules rules) {
        events.keep(rules.items());
        return retention();
    }

    private StoredEventsStarted start(StoredEventsJob.Action action, StoredEventsQuestion question) {
        var order = new StoredEventsJob.Order(action, question.requireBounds());
        store.condition(question); // a person who is not there is said at once
        return new StoredEventsStarted(jobs.submit(StoredEventsJob.KIND, order, actor.get()));
    }

    record StoredEventsStarted(UUID jobId) {}

    record RetentionRules(List<EventRetention> items) {}

    record RetentionDue(long events) {}
}
