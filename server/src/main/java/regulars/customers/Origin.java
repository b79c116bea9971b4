package regulars.customers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Actor;

/**
 * Where records come from.
 *
 * @param sourceCode the space of the source's own ids
 * @param importId the file they came in; null when by hand
 */
public record Origin(
        int sourceId, String sourceCode, @Nullable UUID importId, Actor actor) {
    public Origin of(UUID file) {
        return new Origin(sourceId, sourceCode, file, actor);
    }
}
