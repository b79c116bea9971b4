package regulars.segments;

import java.time.Instant;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/**
 * People entered or left a segment.
 *
 * @param byTime nobody acted, an edge passed
 * @param asOf the moment at which they meet the rule, or do not any more
 */
public record SegmentMoved(UUID segment, boolean byTime, Instant asOf, RoaringBitmap entered, RoaringBitmap departed) {}
