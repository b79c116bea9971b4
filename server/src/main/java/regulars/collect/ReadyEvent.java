package regulars.collect;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event that passed the steps of its own and waits to be stored with others.
 *
 * @param key of its message id for ever
 * @param formerly what the same person was called before: ids of visitors and others of the sender
 * @param rest what its sender said beside the properties
 */
record ReadyEvent(
        UUID key,
        String messageId,
        Sender sender,
        String call,
        String type,
        Instant occurredAt,
        SubjectKey subject,
        List<String> formerly,
        String properties,
        String rest) {
    ReadyEvent {
        formerly = List.copyOf(formerly);
    }

    int size() {
        return properties.length() + rest.length();
    }
}
