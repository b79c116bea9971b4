package regulars.sources;

import java.util.UUID;

/** An import that was queued, and the job that runs it. */
public record ImportStarted(UUID importId, UUID jobId) {}
