package regulars.warehouse;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The mirror has taken over changed rows. Told on the feed's own thread: a listener hands long work to another one.
 *
 * @param tables the changed ones as {@code schema.table}
 * @param rebuilt everything was read anew, so any row may differ
 * @param people whose facts have changed, by customer number; null when anybody's may have. Not to be changed
 */
public record MirrorAdvanced(
        Watermark watermark,
        Set<String> tables,
        boolean rebuilt,
        @Nullable RoaringBitmap people) {
    public MirrorAdvanced {
        tables = Set.copyOf(tables);
    }
}
