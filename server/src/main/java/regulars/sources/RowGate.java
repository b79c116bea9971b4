package regulars.sources;

import java.util.List;
import org.jspecify.annotations.Nullable;
import regulars.sources.files.TableRow;

/** One kind of file: how its rows are read, and how a batch of them is written. Made for one run, used by one thread. */
interface RowGate<R> {
    /** Passes over a row that an earlier run has written, so that what is counted over the file counts on. */
    void skim(TableRow row);

    R read(TableRow row) throws RowProblem.Rejected;

    /** What the row speaks of together with the rows around it, so that they must be written together; null when alone. */
    @Nullable
    String thing(TableRow row);

    /** Whether orders are what is created, updated or unchanged, and not rows. */
    default boolean countsOrders() {
        return false;
    }

    BatchOutcome write(List<R> rows);
}
