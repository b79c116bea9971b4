package regulars.sources;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import regulars.sources.files.TableRow;
import regulars.sources.files.TableRows;

/**
 * One pass of a file through a gate, batch by batch. A batch ends where one thing ends, and its writing, its tally and
 * the place reached are the {@code commit}'s to keep together. Used by one thread.
 */
final class ImportRun<R> {
    private static final int BATCH = 2000;
    /** Rows of one thing are kept in one batch up to so many. */
    private static final int LARGEST_BATCH = 10_000;

    private final RowGate<R> gate;
    private final ImportTally tally;

    ImportRun(RowGate<R> gate, ImportTally tally) {
        this.gate = gate;
        this.tally = tally;
    }

    /** Rows on their way, the problems of those among them that could not be read, and how many rows that was. */
    record Pending<R>(List<R> rows, List<RowProblem> problems, long read, long bytes) {}

    /** Passes over what an earlier run has written, then hands on what is left. */
    void over(TableRows rows, long written, Consumer<Pending<R>> commit) throws IOException {
        for (long row = 0; row < written && rows.hasNext(); row++) gate.skim(rows.next());
        var batch = new ArrayList<R>();
        var problems = new ArrayList<RowProblem>();
        long read = 0;
        @Nullable R last = null;
        while (rows.hasNext()) {
            var row = rows.next();
            var parsed = parsed(row, problems);
            boolean full = read >= BATCH && !(parsed != null && last != null && gate.continues(last, parsed));
            if (full || read >= LARGEST_BATCH) {
                var late = parsed == null ? List.of(problems.removeLast()) : List.<RowProblem>of();
                commit.accept(new Pending<>(List.copyOf(batch), List.copyOf(problems), read, rows.bytesRead()));
                batch.clear();
                problems.clear();
                problems.addAll(late);
                read = 0;
            }
            read++;
            if (parsed != null) batch.add(parsed);
            if (parsed != null) last = parsed;
        }
        if (read > 0) commit.accept(new Pending<>(List.copyOf(batch), List.copyOf(problems), read, rows.bytesRead()));
    }

    private @Nullable R parsed(TableRow row, List<RowProblem> problems) {
        try {
            return gate.read(row);
        } catch (RowProblem.Rejected e) {
            problems.add(e.problem());
            return null;
        }
    }

    /** Writes the rows and counts them; tells all the problems of the batch. */
    List<RowProblem> write(Pending<R> pending) {
        var problems = new ArrayList<>(pending.problems);
        tally.rows += pending.read;
        tally.rejected += pending.problems.size();
        if (!pending.rows.isEmpty()) {
            var outcome = gate.write(pending.rows);
            tally.add(outcome);
            problems.addAll(outcome.problems());
            problems.addAll(outcome.leftOut());
        }
        return problems;
    }
}
