package regulars.segments;

import java.time.Instant;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import regulars.warehouse.Watermark;

/**
 * The members of a segment at one moment, for good: what a launch relies on.
 *
 * @param customers their numbers
 * @param watermark how far the mirror was that they were read from
 */
public record Audience(UUID segmentId, RoaringBitmap customers, Instant asOf, Watermark watermark) {}
