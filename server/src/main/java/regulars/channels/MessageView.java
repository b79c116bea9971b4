package regulars.channels;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message of the ledger. {@code number} orders the pages; it is never shown. */
public record MessageView(
        long number,
        UUID id,
        UUID sendingId,
        int customerNumber,
        long subjectNumber,
        @Nullable String address,
        MessageState state,
        @Nullable Reason reason,
        int attempts,
        Instant queuedAt,
        @Nullable Instant endedAt,
        @Nullable String reply) {}
