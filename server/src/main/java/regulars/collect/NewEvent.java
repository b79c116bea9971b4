package regulars.collect;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sentence of what happened: the type is the verb, the subject did it.
 *
 * @param messageId the sender's own id of this event; a second one with the same id within the source is not stored
 * @param source who tells, such as {@code channels} or a write key
 * @param occurredAt by the sender's clock
 * @param properties plain JSON values
 */
public record NewEvent(
        String messageId,
        String source,
        String type,
        Instant occurredAt,
        long subjectNumber,
        Map<String, Object> properties) {
    public NewEvent {
        if (messageId.isBlank()) throw new IllegalArgumentException("an event needs the sender's message id");
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
