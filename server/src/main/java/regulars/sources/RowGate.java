package regulars.sources;

import java.util.List;
import regulars.sources.files.TableRow;

/** One kind of file: how its rows are read, and how a batch of them is written. Made for one run, used by one thread. */
interface RowGate<R> {
    /** Passes over a row that an earlier run has written, so that what is counted over the file counts on. */
    void skim(TableRow row);

    R read(TableRow row) throws RowProblem.Rejected;

    /** Whether the row belongs to the same thing as the one before, so that they must be written together. */
    boolean continues(R before, R next);

    BatchOutcome write(List<R> rows);
}
