package regulars.access;

import java.time.InstantSource;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import regulars.kernel.Actor;
import tools.jackson.databind.json.JsonMapper;

/** The append-only record of who signed in and who changed what. Details never hold a secret. */
@Component
public class Audit {
    private final AuditStore store;
    private final InstantSource clock;
    private final JsonMapper json;

    Audit(AuditStore store, InstantSource clock, JsonMapper json) {
        this.store = store;
        this.clock = clock;
        this.json = json;
    }

    /**
     * @param action room and past tense, such as {@code organisation.changed}
     * @param subject an id or a name that finds what was changed
     * @param details a record or map, written as JSON
     */
    public void add(Actor actor, String action, String subject, Object details) {
        var written = JSONB.valueOf(json.writeValueAsString(details));
        store.add(clock.instant(), actor.toString(), action, subject, written, address());
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}
