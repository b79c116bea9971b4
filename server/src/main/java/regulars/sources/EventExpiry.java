package regulars.sources;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import regulars.access.Audit;
import regulars.collect.EventRetention;
import regulars.collect.StoredEvents;
import regulars.kernel.Actor;
import regulars.work.Tick;

/** Deletes events that are older than the company said it keeps their type, and months that are empty then. */
@Component
class EventExpiry implements Tick {
    private static final Actor WHO = new Actor("system", "retention");
    private static final int MOST_STEPS = 500;

    private final StoredEvents events;
    private final StoredEventsStore store;
    private final Audit audit;
    private final InstantSource clock;

    EventExpiry(StoredEvents events, StoredEventsStore store, Audit audit, InstantSource clock) {
        this.events = events;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sources.event-retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        var rules = events.retention();
        for (EventRetention rule : rules) {
            var before = limit(rule);
            long removed = remove(expired(rule, rules, before));
            if (removed > 0) {
                audit.add(WHO, "events.expired", rule.type(), Map.of("removed", removed, "happenedBefore", before));
            }
        }
        if (!rules.isEmpty()) events.dropEmptyMonths();
    }

    /** How many a rule would take away now, beside the given others. */
    long due(EventRetention rule, List<EventRetention> rules) {
        return store.countOf(expired(rule, rules, limit(rule)));
    }

    private Instant limit(EventRetention rule) {
        return clock.instant()
                .atOffset(ZoneOffset.UTC)
                .minusMonths(rule.months())
                .toInstant();
    }

    private static Condition expired(EventRetention rule, List<EventRetention> rules, Instant before) {
        if (!rule.type().isEmpty()) return StoredEventsStore.expired(List.of(rule.type()), false, before);
        var own = rules.stream().map(EventRetention::type).toList();
        return StoredEventsStore.expired(own, true, before);
    }

    private long remove(Condition which) {
        long removed = 0;
        long after = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            var some = store.next(which, after, StoredEventsJob.AT_ONCE);
            if (some.isEmpty()) break;
            removed += events.delete(some);
            after = some.getLast();
        }
        return removed;
    }
}
