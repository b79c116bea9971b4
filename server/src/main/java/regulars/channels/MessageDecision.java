package regulars.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a message's decision log: what was decided, when, why, and on which consent it relied. */
public record MessageDecision(
        Instant at,
        MessageState state,
        @Nullable Reason reason,
        @Nullable String detail,
        int attempt,
        @Nullable Long evidenceId) {}
