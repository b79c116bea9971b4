package regulars.collect;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that the gate refused.
 *
 * @param source as events of its sender stand under
 * @param reason the code of the refusal
 * @param detail the refusal in words
 * @param bytes as it came
 * @param whole whether all of it was kept, so that it can be sent again
 * @param body what was kept of it, as text; null in lists
 */
public record ParkedEvent(
        UUID id,
        Instant parkedAt,
        String source,
        String reason,
        String detail,
        int bytes,
        boolean whole,
        @Nullable String body) {}
