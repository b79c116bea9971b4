package regulars.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence of a customer, as the card shows it.
 *
 * @param how the way in which somebody of ours was told it
 * @param note what that person wrote down
 */
record ConsentView(
        long id,
        String channel,
        String purpose,
        String action,
        @Nullable String address,
        String source,
        String method,
        String actor,
        Instant givenAt,
        @Nullable String text,
        @Nullable String how,
        @Nullable String note) {
    ConsentView withoutAddress() {
        return new ConsentView(id, channel, purpose, action, null, source, method, actor, givenAt, text, how, note);
    }
}
