package regulars.consent;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back the consents that an import gave. Evidence stays, and a withdrawal stays whoever told it. */
@Service
public class ConsentUndo {
    private final ConsentUndoStore store;
    private final StateStore states;
    private final SuppressionStore suppressions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    ConsentUndo(
            ConsentUndoStore store,
            StateStore states,
            SuppressionStore suppressions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.states = states;
        this.suppressions = suppressions;
        this.events = events;
        this.clock = clock;
    }

    /** From now on grants of this import count for nothing. */
    @Transactional
    public void begin(UUID importId) {
        store.begin(importId, clock.instant());
    }

    /** Brings what holds for the subjects back to what is proved otherwise; tells how many grants fell. */
    @Transactional
    public int takeBack(UUID importId, Collection<Long> subjects) {
        if (subjects.isEmpty()) return 0;
        var fallen = store.dropGrants(importId, subjects);
        if (fallen.isEmpty()) return 0;
        var others = store.otherEvidence(fallen);
        if (!others.isEmpty()) states.apply(others);
        events.publishEvent(new ConsentChanged(fallen.stream()
                .map(key -> new ConsentChanged.Change(key.subject(), key.channel(), key.purpose(), false))
                .toList()));
        return fallen.size();
    }

    /**
     * Takes the next of the import's stop list back, where nobody else has asked for the same before or since; tells how
     * many. A refusal that a person told stays a refusal.
     */
    @Transactional
    public int liftStops(UUID importId, int limit) {
        return suppressions.lift(importId, limit);
    }

    /** How many of the import's stop list stay, for somebody else has asked for the same since. */
    public int keptStops(UUID importId) {
        return suppressions.confirmed(importId);
    }

    /** Which of the subjects have evidence that no undone import brought. */
    public Set<Long> speakers(Collection<Long> subjects) {
        return subjects.isEmpty() ? Set.of() : store.speakers(subjects);
    }
}
