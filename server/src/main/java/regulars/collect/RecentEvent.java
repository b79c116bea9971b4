package regulars.collect;

import java.time.Instant;
import java.util.UUID;

/** An event that came in, without what it says of a person. */
public record RecentEvent(UUID id, String type, String source, Instant receivedAt, Instant occurredAt) {}
