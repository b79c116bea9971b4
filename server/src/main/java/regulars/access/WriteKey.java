package regulars.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Actor;

/**
 * A key that may write events.
 *
 * @param name what its owner called it: keys of one name speak for one source
 * @param browser everybody can read it in a page, so what comes with it is hearsay
 * @param origins the sites that a key for browsers works on
 * @param expiresAt null for never
 */
public record WriteKey(
        UUID id,
        String name,
        boolean browser,
        Set<String> origins,
        @Nullable Instant expiresAt) {
    public WriteKey {
        origins = Set.copyOf(origins);
    }

    public Actor actor() {
        return new Actor("api-key", id.toString());
    }
}
