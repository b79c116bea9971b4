package regulars.segments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a segment had or has.
 *
 * @param by who made it; null for whoever is gone without a trace
 */
record SegmentVersion(int version, Rule rule, @Nullable String by, Instant at) {}
