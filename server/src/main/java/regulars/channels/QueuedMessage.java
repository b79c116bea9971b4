package regulars.channels;

import java.time.Instant;
import java.util.UUID;

/** A message on its way, as the source that composes it sees it. */
public record QueuedMessage(
        long number,
        UUID id,
        UUID sendingId,
        int customerNumber,
        long subjectNumber,
        String address,
        int attempt,
        Instant queuedAt) {}
