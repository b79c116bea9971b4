package regulars.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import regulars.sources.csv.CsvRows;
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
    private final ImportPlans plans;
    private final Gates gates;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;
    private final InstantSource clock;
    private final Shown shown;

    ImportJob(
            ImportStore store,
            Uploads uploads,
            ImportPlans plans,
            Gates gates,
            PlatformTransactionManager transactions,
            InstantSource clock,
            Shown shown) {
        this.store = store;
        this.uploads = uploads;
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
        var file = uploads.get(stored.getFileId());
        var path = uploads.content(file.getId());
        long size = Files.size(path);
        if (stored.getDryRun()) {
            rehearse(job, stored, file, path);
        } else {
            perform(
                    job,
                    gates.gate(plans.of(stored, file)),
                    store.tally(stored),
                    stored.getId(),
                    path,
                    delimiter(file));
            shown.await();
            uploads.remove(file.getId());
        }
        job.progress(size, size);
        job.result(JsonMapper.shared().valueToTree(Map.of("importId", id)));
    }

    private static char delimiter(FileRecord file) {
        return file.getDelimiter().charAt(0);
    }

    private <R> void perform(JobRun job, RowGate<R> gate, ImportTally tally, UUID id, Path path, char delimiter)
            throws IOException {
        long size = Files.size(path);
        var run = new ImportRun<>(gate, tally);
        try (var rows = new CsvRows(path, delimiter)) {
            run.over(rows, tally.rows, pending -> {
                job.checkpoint();
                transaction.executeWithoutResult(status -> {
                    store.addErrors(id, run.write(pending));
                    store.keep(id, tally);
                    job.save(JsonMapper.shared().valueToTree(Map.of("rows", tally.rows)));
                });
                job.progress(pending.bytes(), size);
            });
        }
        store.finish(id, gates.money(tally), clock.instant());
    }

    private void rehearse(JobRun job, ImportRecord stored, FileRecord file, Path path) {
        var tally = new ImportTally();
        var problems = new ArrayList<RowProblem>();
        var money = new ArrayList<Money>();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            pretend(job, gates.gate(plans.of(stored, file)), tally, problems, path, delimiter(file));
            money.addAll(gates.money(tally));
        });
        transaction.executeWithoutResult(status -> {
            store.addErrors(stored.getId(), problems);
            store.keep(stored.getId(), tally);
            store.finish(stored.getId(), money, clock.instant());
        });
    }

    /** The job's row is written outside of the long transaction, which would lock it against the job's own lease. */
    private <R> void pretend(
            JobRun job, RowGate<R> gate, ImportTally tally, List<RowProblem> problems, Path path, char delimiter) {
        var run = new ImportRun<>(gate, tally);
        try (var rows = new CsvRows(path, delimiter)) {
            long size = Files.size(path);
            run.over(rows, 0, pending -> {
                job.checkpoint();
                var found = run.write(pending);
                problems.addAll(found.subList(0, Math.min(found.size(), ImportStore.MOST_ERRORS - problems.size())));
                aside.executeWithoutResult(status -> job.progress(pending.bytes(), size));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
