package regulars.segments;

import java.time.Instant;

/** When somebody entered a segment, and by what cause. */
public record Entrance(Instant at, String cause) {}
