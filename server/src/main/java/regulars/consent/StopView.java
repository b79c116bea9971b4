package regulars.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an address of a customer gets nothing, whatever they agreed to.
 *
 * @param address as their card shows it; null where the caller may not see it
 * @param reason {@code unsubscribed}, {@code complaint}, {@code bounced}, {@code imported}, {@code manual} or {@code erased}
 * @param said the file's own reason, in its words
 * @param file which said so
 */
record StopView(
        long id,
        String channel,
        @Nullable String address,
        Instant since,
        String reason,
        @Nullable String said,
        @Nullable String file) {
    StopView withoutAddress() {
        return new StopView(id, channel, null, since, reason, said, file);
    }
}
