package regulars.sources;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import regulars.work.JobState;
import regulars.work.Jobs;
import schema.sources.tables.records.ImportRecord;

/** Imports of files: asked for, looked at, told about. */
@Service
public class Imports {
    private static final int SHOWN_ERRORS = 50;

    private final ImportStore store;
    private final Uploads uploads;
    private final ImportPlans plans;
    private final Jobs jobs;
    private final InstantSource clock;

    Imports(ImportStore store, Uploads uploads, ImportPlans plans, Jobs jobs, InstantSource clock) {
        this.store = store;
        this.uploads = uploads;
        this.plans = plans;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Queues the import; it runs as a job, which is watched and cancelled as such. */
    @Transactional
    public ImportStarted start(NewImport request, Actor actor) {
        var file = uploads.get(request.fileId());
        var header = Uploads.header(uploads.table(file, request.form()));
        plans.check(request, header);
        uploads.read(file.getId(), header);
        var id = Ids.next(clock.instant());
        store.add(id, request, actor, clock.instant());
        var job = jobs.submit(ImportJob.KIND, new ImportJob.Work(id), actor);
        store.job(id, job);
        return new ImportStarted(id, job);
    }

    /** Queues the undoing of an import that has ended, or its trial. */
    @Transactional
    public ImportStarted undo(UUID id, boolean dryRun, Actor actor) {
        var stored = find(id);
        boolean over = isOver(Objects.requireNonNull(stored.getJobId()));
        if (!over || stored.getDryRun() || stored.getUndoneAt() != null || !isUndoable(stored)) {
            throw new Fault(
                            SourcesFault.IMPORT_NOT_UNDOABLE,
                            "This import cannot be undone: only imports of customers or orders that have ended can be, once.")
                    .at("id", id);
        }
        var job = jobs.submit(UndoJob.KIND, new UndoJob.Work(id, dryRun, actor.toString()), actor);
        store.undoJob(id, job);
        return new ImportStarted(id, job);
    }

    private boolean isOver(UUID job) {
        var state = jobs.get(job).state();
        return state != JobState.QUEUED && state != JobState.RUNNING;
    }

    /** Lists of products, parts of orders and stop lists only change what is there. */
    private static boolean isUndoable(ImportRecord stored) {
        var kind = ImportKind.of(stored.getKind());
        return kind == ImportKind.CUSTOMERS || kind == ImportKind.ORDERS;
    }

    public ImportView get(UUID id) {
        var stored = find(id);
        return view(stored, store.errors(id, SHOWN_ERRORS));
    }

    /** The newest first; the errors of rows are told one import at a time. */
    public List<ImportView> latest(@Nullable UUID after, int limit) {
        return store.page(after, limit).stream()
                .map(one -> view(one, List.of()))
                .toList();
    }

    /** All that were kept. */
    List<RowProblem> errors(UUID id) {
        find(id);
        return store.errors(id, ImportStore.MOST_ERRORS);
    }

    private ImportRecord find(UUID id) {
        return store.find(id)
                .orElseThrow(() -> new Fault(
                                SourcesFault.IMPORT_NOT_FOUND,
                                "There is no import " + id + ": look in the list of imports.")
                        .at("id", id));
    }

    private ImportView view(ImportRecord stored, List<RowProblem> problems) {
        var job = jobs.get(Objects.requireNonNull(stored.getJobId()));
        var file = uploads.get(stored.getFileId());
        return new ImportView(
                stored.getId(),
                job.id(),
                job.state(),
                ImportKind.of(stored.getKind()),
                stored.getSourceName(),
                file.getName(),
                stored.getDryRun(),
                stored.getCreatedAt(),
                stored.getFinishedAt(),
                counts(stored),
                ImportStore.money(stored),
                ImportStore.doubts(stored),
                problems,
                job.problem(),
                undoJob(stored),
                ImportStore.undo(stored));
    }

    private @Nullable UUID undoJob(ImportRecord stored) {
        var job = stored.getUndoJobId();
        return job == null || isOver(job) ? null : job;
    }

    private static ImportCounts counts(ImportRecord stored) {
        return new ImportCounts(
                stored.getRowsRead(),
                stored.getCreated(),
                stored.getUpdated(),
                stored.getUnchanged(),
                stored.getRejected(),
                stored.getCustomers(),
                stored.getNewCustomers(),
                stored.getOrders(),
                stored.getCellsLeftOut());
    }
}
