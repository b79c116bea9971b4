package regulars.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import regulars.kernel.Money;
import regulars.sources.files.ColumnDoubt;
import regulars.sources.files.TableFile;
import regulars.work.JobHandler;
import regulars.work.JobRun;
import schema.sources.tables.records.FileRecord;
import schema.sources.tables.records.ImportRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the files of an import through their gates, one behind the other. Each batch is one transaction, with its tally,
 * its errors and the place reached, so a killed run goes on where it was, and a cancelled one keeps what it wrote. A dry
 * run of all the files is one transaction that is rolled back, so that later files find what earlier ones bring; what it
 * found is kept after it.
 */
@Component
class ImportJob implements JobHandler {
    static final String KIND = "sources.import";

    private final RunStore runs;
    private final ImportStore store;
    private final Uploads uploads;
    private final TrailStore trails;
    private final ImportPlans plans;
    private final Gates gates;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;
    private final InstantSource clock;
    private final Shown shown;

    ImportJob(
            ImportStores stores,
            Uploads uploads,
            ImportPlans plans,
            Gates gates,
            PlatformTransactionManager transactions,
            InstantSource clock,
            Shown shown) {
        this.runs = stores.runs();
        this.store = stores.imports();
        this.uploads = uploads;
        this.trails = stores.trails();
        this.plans = plans;
        this.gates = gates;
        this.transaction = new TransactionTemplate(transactions);
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.shown = shown;
    }

    /** The job's payload. */
    record Work(UUID importId) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun job) throws IOException {
        var run = runs.find(UUID.fromString(job.payload().path("importId").asString()))
                .orElseThrow();
        var files = store.files(run.getId());
        if (run.getDryRun()) {
            rehearse(job, files);
        } else {
            var takes = takes(job, files);
            boolean wrote = false;
            for (Take take : takes) wrote |= take(take);
            if (wrote) shown.await();
            files.forEach(file -> uploads.remove(file.getFileId()));
        }
        job.result(JsonMapper.shared().valueToTree(Map.of("importId", run.getId())));
    }

    /** One file and its share of the job. */
    private record Take(FileRun job, ImportRecord stored, FileRecord file) {}

    private List<Take> takes(JobRun job, List<ImportRecord> parts) {
        var files = parts.stream().map(part -> uploads.get(part.getFileId())).toList();
        long all = files.stream().mapToLong(FileRecord::getBytes).sum();
        var takes = new ArrayList<Take>();
        long before = 0;
        for (int i = 0; i < files.size(); i++) {
            takes.add(new Take(new FileRun(job, before, all), parts.get(i), files.get(i)));
            before += files.get(i).getBytes();
        }
        return takes;
    }

    /** Tells whether people may see another base now; so it may be of a file that a killed run had finished. */
    private boolean take(Take take) throws IOException {
        var stored = take.stored();
        long size = take.file().getBytes();
        boolean wrote = true;
        if (stored.getFinishedAt() == null) { // else it was killed after this file's end
            store.begin(stored.getId(), clock.instant());
            var table = uploads.table(take.file(), store.request(stored).form());
            var plan = plans.of(stored, Uploads.header(table), take.file());
            wrote = perform(take.job(), stored, plan, gates.gate(plan), table);
        }
        take.job().progress(size, size);
        return wrote;
    }

    private <R> boolean perform(JobRun job, ImportRecord stored, ImportPlan plan, RowGate<R> gate, TableFile table)
            throws IOException {
        var id = stored.getId();
        var tally = store.tally(stored);
        long size = table.bytes();
        var trailing = Trailing.of(trails, stored, plan);
        if (tally.rows == 0 && repeats(job, stored, trailing, gate.countsOrders())) return false;
        var run = new ImportRun<R>(gate, tally, trailing.trail(), gates.batch());
        List<ColumnDoubt> doubts;
        try (var rows = table.open()) {
            run.over(rows, tally.rows, pending -> {
                job.checkpoint();
                transaction.executeWithoutResult(status -> {
                    var written = run.write(pending);
                    store.addErrors(id, written.problems());
                    trailing.keep(written.entries(), pending.passedBefore, written.wrote());
                    store.keep(id, tally);
                    job.save(JsonMapper.shared().valueToTree(Map.of("rows", tally.rows)));
                });
                job.progress(pending.bytes(), size);
            });
            doubts = Doubts.mapped(rows.doubts(), store.request(stored));
        }
        trailing.finish();
        store.finish(id, gates.money(ImportKind.of(stored.getKind()), tally), doubts, clock.instant());
        return true;
    }

    /** Ends the import when it only repeats the one before; not when that one's trail goes away meanwhile. */
    private boolean repeats(JobRun job, ImportRecord stored, Trailing trailing, boolean ofOrders) {
        var before = trailing.whole();
        if (before == null) return false;
        var tally = new ImportTally();
        tally.rejected = before.getRejected();
        tally.rows = before.getRejected();
        trailing.blocks(block -> {
            job.checkpoint();
            Trail.marks(block, mark -> tally.seenAgain(mark, ofOrders));
            tally.rows += block.length / Trail.ENTRY;
        });
        if (tally.rows != before.getRowsRead()) return false;
        var money = gates.money(ImportKind.of(stored.getKind()), tally);
        transaction.executeWithoutResult(status -> {
            store.addErrors(stored.getId(), store.errors(before.getId(), ImportStore.MOST_ERRORS));
            store.keep(stored.getId(), tally);
            store.finish(stored.getId(), money, ImportStore.doubts(before), clock.instant());
        });
        return true;
    }

    private void rehearse(JobRun job, List<ImportRecord> files) {
        var found = new ArrayList<Found>();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            for (Take take : takes(job, files)) found.add(rehearse(take));
        });
        transaction.executeWithoutResult(status -> {
            for (Found one : found) {
                store.addErrors(one.id, one.problems);
                store.keep(one.id, one.tally);
                store.finish(one.id, one.money, one.doubts, clock.instant());
            }
        });
    }

    /** What a dry run found in a file. */
    private record Found(
            UUID id, ImportTally tally, List<RowProblem> problems, List<Money> money, List<ColumnDoubt> doubts) {}

    private Found rehearse(Take take) {
        var stored = take.stored();
        aside.executeWithoutResult(status -> store.begin(stored.getId(), clock.instant()));
        var request = store.request(stored);
        var table = uploads.table(take.file(), request.form());
        var gate = gates.gate(plans.of(stored, Uploads.header(table), take.file()));
        var tally = new ImportTally();
        var problems = new ArrayList<RowProblem>();
        var doubts = Doubts.mapped(pretend(take.job(), gate, tally, problems, table), request);
        return new Found(stored.getId(), tally, problems, gates.money(request.kind(), tally), doubts);
    }

    /** The job's row is written outside of the long transaction, which would lock it against the job's own lease. */
    private <R> List<ColumnDoubt> pretend(
            JobRun job, RowGate<R> gate, ImportTally tally, List<RowProblem> problems, TableFile table) {
        var run = new ImportRun<>(gate, tally, Trail.none(), gates.batch());
        try (var rows = table.open()) {
            long size = table.bytes();
            run.over(rows, 0, pending -> {
                job.checkpoint();
                var found = run.write(pending).problems();
                problems.addAll(found.subList(0, Math.min(found.size(), ImportStore.MOST_ERRORS - problems.size())));
                aside.executeWithoutResult(status -> job.progress(pending.bytes(), size));
            });
            return rows.doubts();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
