package regulars.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing that was done.
 *
 * @param actor {@code user:…}, {@code api-key:…} or {@code system:…}
 * @param actorName null for the system and for whoever is gone
 * @param subject an id or a name that finds what it was done to
 */
record AuditEntryView(
        long id,
        Instant at,
        String actor,
        @Nullable String actorName,
        String action,
        String subject,
        JsonNode details,
        @Nullable String address) {
    AuditEntryView with(JsonNode others) {
        return new AuditEntryView(id, at, actor, actorName, action, subject, others, address);
    }
}
