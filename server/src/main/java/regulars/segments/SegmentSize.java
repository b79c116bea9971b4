package regulars.segments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How large a segment is.
 *
 * @param asOf the moment the members were evaluated for
 * @param changedAt when somebody last entered or left; null when nobody ever did
 */
public record SegmentSize(int size, Instant asOf, @Nullable Instant changedAt, int lastEntered, int lastLeft) {}
