package regulars.segments;

import java.time.Instant;
import org.roaringbitmap.RoaringBitmap;
import regulars.warehouse.Watermark;

/** Who meets a rule at a moment, and what it took to find out. */
record Evaluated(RoaringBitmap members, Instant asOf, Watermark watermark, long tookMicros) {}
