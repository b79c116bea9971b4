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
 * Runs a file through its gate. Each batch is one transaction, with its tally, its errors and the place reached, so a
 * killed run goes on where it was, and a cancelled one keeps what it wrote. A dry run is one transaction that is rolled
 * back; what it found is kept after it.
 */
@Component
class ImportJob implements JobHandler {
    static final String KIND = "sources.import";

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
        var id = UUID.fromString(job.payload().path("importId").asString());
        var stored = store.find(id).orElseThrow();
        boolean ended = stored.getFinishedAt() != null; // killed between the import's end and the job's
        if (!ended) take(job, stored);
        if (!stored.getDryRun()) {
            shown.await();
            uploads.remove(stored.getFileId());
        }
        job.result(JsonMapper.shared().valueToTree(Map.of("importId", id)));
    }

    private void take(JobRun job, ImportRecord stored) throws IOException {
        var file = uploads.get(stored.getFileId());
        var table = uploads.table(file, store.request(stored).form());
        long size = table.bytes();
        if (stored.getDryRun()) {
            rehearse(job, stored, file, table);
        } else {
            var plan = plans.of(stored, Uploads.header(table), file);
            perform(job, stored, plan, gates.gate(plan), table);
        }
        job.progress(size, size);
    }

    private <R> void perform(JobRun job, ImportRecord stored, ImportPlan plan, RowGate<R> gate, TableFile table)
            throws IOException {
        var id = stored.getId();
        var tally = store.tally(stored);
        long size = table.bytes();
        var trailing = Trailing.of(trails, stored, plan);
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
    }

    private void rehearse(JobRun job, ImportRecord stored, FileRecord file, TableFile table) {
        var tally = new ImportTally();
        var problems = new ArrayList<RowProblem>();
        var money = new ArrayList<Money>();
        var doubts = new ArrayList<ColumnDoubt>();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var gate = gates.gate(plans.of(stored, Uploads.header(table), file));
            doubts.addAll(Doubts.mapped(pretend(job, gate, tally, problems, table), store.request(stored)));
            money.addAll(gates.money(ImportKind.of(stored.getKind()), tally));
        });
        transaction.executeWithoutResult(status -> {
            store.addErrors(stored.getId(), problems);
            store.keep(stored.getId(), tally);
            store.finish(stored.getId(), money, doubts, clock.instant());
        });
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
