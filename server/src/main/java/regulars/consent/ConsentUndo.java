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
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    ConsentUndo(ConsentUndoStore store, StateStore states, ApplicationEventPublisher events, InstantSource clock) {
        this.store = store;
        this.states = states;
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

    /** Which of the subjects have evidence that no undone import brought. */
    public Set<Long> speakers(Collection<Long> subjects) {
        return subjects.isEmpty() ? Set.of() : store.speakers(subjects);
    }
}
