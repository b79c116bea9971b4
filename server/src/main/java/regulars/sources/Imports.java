package regulars.sources;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.work.Jobs;
import schema.sources.tables.records.RunRecord;

/** Imports of files: asked for, looked at, told about. */
@Service
public class Imports {
    private static final int SHOWN_ERRORS = 50;

    private final RunStore runs;
    private final ImportStore store;
    private final ImportViews views;
    private final NewImports asked;
    private final Jobs jobs;

    Imports(RunStore runs, ImportStore store, ImportViews views, NewImports asked, Jobs jobs) {
        this.runs = runs;
        this.store = store;
        this.views = views;
        this.asked = asked;
        this.jobs = jobs;
    }

    /** Queues the import; it runs as a job, which is watched and cancelled as such. */
    @Transactional
    public ImportStarted start(NewImport request, Actor actor) {
        var id = asked.add(request, actor);
        var job = jobs.submit(ImportJob.KIND, new ImportJob.Work(id), actor);
        runs.job(id, job);
        return new ImportStarted(id, job);
    }

    /** Queues the undoing of an import that has ended, or its trial. */
    @Transactional
    public ImportStarted undo(UUID id, boolean dryRun, Actor actor) {
        var run = find(id);
        boolean over = jobs.get(Objects.requireNonNull(run.getJobId())).state().ended();
        if (!over || run.getDryRun() || run.getUndoneAt() != null || views.undoJob(run) != null) {
            throw new Fault(
                            SourcesFault.IMPORT_NOT_UNDOABLE,
                            "This import cannot be undone: only imports that have ended can be, once.")
                    .at("id", id);
        }
        var job = jobs.submit(UndoJob.KIND, new UndoJob.Work(run.getId(), dryRun, actor.toString()), actor);
        runs.undoJob(run.getId(), job);
        return new ImportStarted(run.getId(), job);
    }

    public ImportView get(UUID id) {
        return views.of(find(id), SHOWN_ERRORS);
    }

    /** The newest first; the errors of rows are told one import at a time. */
    public List<ImportView> latest(@Nullable UUID after, int limit) {
        return views.of(runs.page(after, limit));
    }

    /** All that were kept of a file. */
    List<RowProblem> errors(UUID id, UUID file) {
        var run = find(id);
        var part = store.find(file)
                .filter(one -> one.getRunId().equals(run.getId()))
                .orElseThrow(() -> unknown(file));
        return store.errors(part.getId(), ImportStore.MOST_ERRORS);
    }

    /** By its own id, or by that of one of its files, which is what proofs and orders name. */
    private RunRecord find(UUID id) {
        return runs.find(id).or(() -> runs.ofFile(id)).orElseThrow(() -> unknown(id));
    }

    private static Fault unknown(UUID id) {
        return new Fault(SourcesFault.IMPORT_NOT_FOUND, "There is no import " + id + ": look in the list of imports.")
                .at("id", id);
    }
}
