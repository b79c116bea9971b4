package regulars.forms;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the list of forms. */
record FormLine(UUID id, String slug, String name, @Nullable Integer published, int submissions, Instant changedAt) {}
