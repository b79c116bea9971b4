package regulars.forms;

import java.time.Instant;

/** A form as visitors saw it. */
record FormVersion(int version, FormDefinition definition, String actor, Instant publishedAt) {}
