package regulars.sources;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import regulars.sources.files.TableRow;
import regulars.sources.files.TableRows;

/**
 * One pass of a file through a gate, batch by batch. A batch ends where one thing ends, and its writing, its tally and
 * the place reached are the {@code commit}'s to keep together. Used by one thread, which has one reader of its own.
 */
final class ImportRun<R> {
    private static final ThreadFactory READERS =
            Thread.ofPlatform().name("import-reader").factory();
    /** Rows of one thing are kept in one batch up to so many. */
    private static final int LARGEST_GROUP = 10_000;
    /** Rows that say nothing new cost next to nothing. */
    private static final int LARGEST_BATCH = 50_000;

    private final RowGate<R> gate;
    private final ImportTally tally;
    private final Trail trail;
    private final int batch;
    private @Nullable TableRow ahead;

    /** @param batch rows that are written together */
    ImportRun(RowGate<R> gate, ImportTally tally, Trail trail, int batch) {
        this.gate = gate;
        this.tally = tally;
        this.trail = trail;
        this.batch = batch;
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

        private boolean isFull(int batch) {
            return rows.size() + problems.size() >= batch || read >= LARGEST_BATCH;
        }
    }

    /** What became of a batch. */
    record Written(List<RowProblem> problems, List<TrailStore.Entry> entries, boolean wrote) {}

    /**
     * Passes over what an earlier run has written, then hands on what is left. While one batch is being written the next
     * is read, so that the database and this program work at the same time.
     */
    void over(TableRows rows, long written, Consumer<Pending<R>> commit) throws IOException {
        for (long row = 0; row < written && rows.hasNext(); row++) {
            var passed = rows.next();
            trail.follow(List.of(trail.hash(passed)));
            gate.skim(passed);
        }
        try (var reader = Executors.newSingleThreadExecutor(READERS)) {
            var next = reader.submit(() -> gather(rows));
            for (var pending = await(next); pending.read > 0; pending = await(next)) {
                next = reader.submit(() -> gather(rows));
                commit.accept(pending);
            }
        }
    }

    private Pending<R> await(Future<Pending<R>> batch) {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the import was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException("the file cannot be read on", e.getCause());
        }
    }

    /** The next batch; of no rows at the end of the file. */
    private Pending<R> gather(TableRows rows) {
        var pending = new Pending<R>(trail.passed());
        while (!pending.isFull(batch) && (ahead != null || rows.hasNext())) add(group(rows), pending);
        pending.bytes = rows.bytesRead();
        return pending;
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
