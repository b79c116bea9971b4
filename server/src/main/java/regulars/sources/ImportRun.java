package regulars.sources;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    private static final int LARGEST_GROUP = 10_000;
    /** Rows that say nothing new cost next to nothing. */
    private static final int LARGEST_BATCH = 50_000;

    private final RowGate<R> gate;
    private final ImportTally tally;
    private final Trail trail;
    private @Nullable TableRow ahead;

    ImportRun(RowGate<R> gate, ImportTally tally, Trail trail) {
        this.gate = gate;
        this.tally = tally;
        this.trail = trail;
    }

    /**
     * A batch on its way. Of each row that may be taken it has the hash and either what the row spoke of when it came
     * before, or its place among the rows to write.
     */
    static final class Pending<R> {
        final List<R> rows = new ArrayList<>();
        final List<byte[]> hashes = new ArrayList<>();
        final List<Trail.@Nullable Mark> marks = new ArrayList<>();
        final List<RowProblem> problems = new ArrayList<>();
        final long passedBefore;
        long read;
        long bytes;

        private Pending(long passedBefore) {
            this.passedBefore = passedBefore;
        }

        long bytes() {
            return bytes;
        }
    }

    /** What became of a batch. */
    record Written(List<RowProblem> problems, List<TrailStore.Entry> entries, boolean wrote) {}

    /** Passes over what an earlier run has written, then hands on what is left. */
    void over(TableRows rows, long written, Consumer<Pending<R>> commit) throws IOException {
        for (long row = 0; row < written && rows.hasNext(); row++) {
            var passed = rows.next();
            trail.follow(List.of(trail.hash(passed)));
            gate.skim(passed);
        }
        var pending = new Pending<R>(trail.passed());
        while (ahead != null || rows.hasNext()) {
            var group = group(rows);
            int work = pending.rows.size() + pending.problems.size() + group.size();
            boolean full = work > BATCH || pending.read + group.size() > LARGEST_BATCH;
            if (full && pending.read > 0) {
                commit.accept(pending);
                pending = new Pending<>(trail.passed());
            }
            add(group, pending);
            pending.bytes = rows.bytesRead();
        }
        if (pending.read > 0) commit.accept(pending);
    }

    /** The next row and those behind it that speak of the same thing. */
    private List<TableRow> group(TableRows rows) {
        var first = ahead == null ? rows.next() : Objects.requireNonNull(ahead);
        ahead = null;
        var thing = gate.thing(first);
        if (thing == null) return List.of(first);
        var group = new ArrayList<TableRow>();
        group.add(first);
        while (group.size() < LARGEST_GROUP && rows.hasNext()) {
            var next = rows.next();
            if (!thing.equals(gate.thing(next))) {
                ahead = next;
                break;
            }
            group.add(next);
        }
        return group;
    }

    private void add(List<TableRow> group, Pending<R> pending) {
        pending.read += group.size();
        var hashes = new ArrayList<byte[]>(group.size());
        for (TableRow row : group) hashes.add(trail.hash(row));
        var known = trail.follow(hashes);
        for (int i = 0; i < group.size(); i++) {
            var row = group.get(i);
            if (known != null) {
                gate.skim(row);
                pending.hashes.add(hashes.get(i));
                pending.marks.add(known.get(i));
                continue;
            }
            try {
                pending.rows.add(gate.read(row));
                pending.hashes.add(hashes.get(i));
                pending.marks.add(null);
            } catch (RowProblem.Rejected e) {
                pending.problems.add(e.problem());
            }
        }
    }

    /** Writes the rows and counts them. */
    Written write(Pending<R> pending) {
        var problems = new ArrayList<>(pending.problems);
        tally.rows += pending.read;
        tally.rejected += pending.problems.size();
        List<Trail.@Nullable Mark> made = List.of();
        boolean wrote = false;
        if (!pending.rows.isEmpty()) {
            var outcome = gate.write(pending.rows);
            wrote = tally.add(outcome);
            problems.addAll(outcome.problems());
            problems.addAll(outcome.leftOut());
            made = outcome.marks();
        }
        return new Written(problems, entries(pending, made), wrote);
    }

    private List<TrailStore.Entry> entries(Pending<R> pending, List<Trail.@Nullable Mark> made) {
        var entries = new ArrayList<TrailStore.Entry>();
        int row = 0;
        for (int i = 0; i < pending.hashes.size(); i++) {
            var known = pending.marks.get(i);
            if (known != null) tally.seenAgain(known, gate.countsOrders());
            var mark = known != null ? known : row < made.size() ? made.get(row) : null;
            if (known == null) row++;
            if (mark != null) entries.add(new TrailStore.Entry(pending.hashes.get(i), mark));
        }
        return entries;
    }
}
