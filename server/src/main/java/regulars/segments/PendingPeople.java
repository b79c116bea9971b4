package regulars.segments;

import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import regulars.warehouse.MirrorAdvanced;
import regulars.warehouse.Watermark;

/** Whose facts have changed since somebody last took them. Safe for use by several threads. */
final class PendingPeople {
    private RoaringBitmap people = new RoaringBitmap();
    private boolean everybody;
    private boolean rebuilt;
    private @Nullable String reached;

    /**
     * What was waiting.
     *
     * @param everybody anybody's facts may have changed
     * @param rebuilt the mirror was read anew
     * @param reached the state of the mirror that they were told of; null when none was
     */
    record Batch(
            RoaringBitmap people,
            boolean everybody,
            boolean rebuilt,
            @Nullable String reached) {
        /** Whether it is all that has changed up to a state of the mirror; what is told of none is of the first. */
        boolean isUpTo(Watermark state) {
            return reached == null || reached.equals(state.value());
        }
    }

    synchronized void add(MirrorAdvanced advanced) {
        var changed = advanced.people();
        if (changed == null) everybody = true;
        else people.or(changed);
        rebuilt |= advanced.rebuilt();
        reached = advanced.watermark().value();
    }

    synchronized Batch take() {
        var batch = new Batch(people, everybody, rebuilt, reached);
        people = new RoaringBitmap();
        everybody = false;
        rebuilt = false;
        return batch;
    }

    /** When nothing came of it: the next one takes them. */
    synchronized void giveBack(Batch batch) {
        people.or(batch.people());
        everybody |= batch.everybody();
        rebuilt |= batch.rebuilt();
    }
}
