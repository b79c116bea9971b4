package regulars.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt at a message ended.
 *
 * @param dueAt when to try again; null when this is final
 * @param detail the server's words or another sentence for people
 */
record Ending(
        long number,
        int attempt,
        MessageState state,
        @Nullable Reason reason,
        @Nullable Instant dueAt,
        @Nullable String detail,
        @Nullable Long evidenceId) {
    @Nullable
    String reasonCode() {
        return reason == null ? null : reason.code();
    }

    boolean isFinal() {
        return dueAt == null;
    }
}
