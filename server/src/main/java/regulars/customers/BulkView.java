package regulars.customers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of many customers as people see it.
 *
 * @param total those it was asked for
 * @param changed those it changed so far
 * @param same those who were so already
 * @param gone those who were no customers any more
 * @param restored of the undo: who got back what they had
 * @param changedSince of the undo: who was changed again since, and stays so
 */
record BulkView(
        UUID id,
        String kind,
        String key,
        String value,
        int total,
        int changed,
        int same,
        int gone,
        int restored,
        int changedSince,
        @Nullable UUID jobId,
        @Nullable UUID undoJobId,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant undoneAt) {}
