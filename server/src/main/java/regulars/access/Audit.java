package regulars.access;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import regulars.kernel.Actor;
import regulars.kernel.Slice;
import schema.access.tables.records.AuditEntryRecord;
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

    /** What people and programs are called now, by what {@link Actor#toString} gave; without those that are gone. */
    public Map<String, String> names(Collection<String> actors) {
        return store.names(actors);
    }

    int count(AuditFilter filter) {
        return store.count(filter);
    }

    /** The latest first; {@code before} is the key that the page before ended with. */
    Slice<AuditEntryView> page(AuditFilter filter, @Nullable Long before, int size) {
        var rows = store.page(filter, before, size + 1);
        var names = store.names(rows.stream().map(AuditEntryRecord::getActor).collect(Collectors.toSet()));
        return Slice.of(rows, size, row -> row.getId().toString(), row -> entry(row, names));
    }

    private AuditEntryView entry(AuditEntryRecord row, Map<String, String> names) {
        return new AuditEntryView(
                row.getId(),
                row.getAt(),
                row.getActor(),
                names.get(row.getActor()),
                row.getAction(),
                row.getSubject(),
                json.readTree(row.getDetails().data()),
                row.getAddress());
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}
