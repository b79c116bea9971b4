package regulars.access;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What those who did something are called, for people to read. */
@Component
public class ActorNames {
    private final AuditStore store;

    ActorNames(AuditStore store) {
        this.store = store;
    }

    /** By actor as it is kept; who is gone without a trace is left out. */
    public Map<String, String> of(Collection<String> actors) {
        return store.names(actors);
    }
}
