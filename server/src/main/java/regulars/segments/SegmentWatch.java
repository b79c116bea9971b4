package regulars.segments;

import java.util.UUID;

/**
 * Wants to know when people enter or leave a segment by what they do or because time passes; a bean. Never told of those
 * whom an edit, an import, a rebuild or the first evaluation moves: they did nothing just now.
 */
public interface SegmentWatch {
    boolean watches(UUID segment);

    /** Called in the transaction that writes the move: rows of its own are kept with it or not at all. */
    void moved(SegmentMoved move);
}
