package regulars.channels;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether all sending is held after a restore, and what waits behind it.
 *
 * @param backupMadeAt mails that went out after it are not known here: their recipients would get them again
 */
record SendingHold(
        boolean held, @Nullable Instant heldAt, @Nullable Instant backupMadeAt, List<Waiting> sendings) {
    static final SendingHold NONE = new SendingHold(false, null, null, List.of());

    SendingHold {
        sendings = List.copyOf(sendings);
    }

    /** A sending that goes on when the hold is released, and how many of its messages. */
    record Waiting(UUID id, String kind, String name, int messages) {}
}
