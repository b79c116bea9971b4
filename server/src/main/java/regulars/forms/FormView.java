package regulars.forms;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form as its author sees it.
 *
 * @param revision of the draft: whoever changes it says which one they read
 * @param published the version that visitors get; null while there is none
 */
record FormView(
        UUID id,
        String slug,
        String name,
        int revision,
        @Nullable Integer published,
        boolean archived,
        FormDefinition draft,
        Instant changedAt) {}
