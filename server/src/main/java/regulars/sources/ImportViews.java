package regulars.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.access.ActorNames;
import regulars.work.JobState;
import regulars.work.JobView;
import regulars.work.Jobs;
import schema.sources.tables.records.FileRecord;
import schema.sources.tables.records.ImportRecord;
import schema.sources.tables.records.RunRecord;

/** Tells how far an import and each of its files has come. */
@Component
class ImportViews {
    private final ImportStore imports;
    private final UploadStore uploads;
    private final Jobs jobs;
    private final ActorNames names;

    ImportViews(ImportStore imports, UploadStore uploads, Jobs jobs, ActorNames names) {
        this.imports = imports;
        this.uploads = uploads;
        this.jobs = jobs;
        this.names = names;
    }

    List<ImportView> of(List<RunRecord> runs) {
        var ran = new HashMap<UUID, JobView>();
        for (RunRecord run : runs) ran.put(run.getId(), job(run));
        var files = imports.files(runs.stream().map(RunRecord::getId).toList());
        var undone = undone(runs);
        return runs.stream()
                .map(run -> view(
                        run,
                        Objects.requireNonNull(ran.get(run.getId())),
                        files.getOrDefault(run.getId(), List.of()),
                        undone.get(run.getId()),
                        file -> List.of()))
                .toList();
    }

    /** With the first errors of rows. */
    ImportView of(RunRecord run, int errors) {
        var job = job(run);
        return view(
                run,
                job,
                imports.files(run.getId()),
                undone(List.of(run)).get(run.getId()),
                file -> imports.errors(file.getId(), errors));
    }

    /** What undoing came to, with who asked for it as people call them. */
    private Map<UUID, ImportUndo> undone(List<RunRecord> runs) {
        var undone = new HashMap<UUID, ImportUndo>();
        var actors = new HashSet<String>();
        for (RunRecord run : runs) {
            var undo = RunStore.undo(run);
            if (undo == null) continue;
            undone.put(run.getId(), undo);
            if (undo.by() != null) actors.add(undo.by());
        }
        var called = actors.isEmpty() ? Map.<String, String>of() : names.of(actors);
        undone.replaceAll((id, undo) -> undo.by(undo.by() == null ? null : called.get(undo.by())));
        return undone;
    }

    /** Asked before the files are: what is told to be over has then told all that it came to. */
    private JobView job(RunRecord run) {
        return jobs.get(Objects.requireNonNull(run.getJobId()));
    }

    /** The undoing of the import, while it goes on. */
    @Nullable
    UUID undoJob(RunRecord run) {
        var job = run.getUndoJobId();
        return job == null || jobs.get(job).state().ended() ? null : job;
    }

    private ImportView view(
            RunRecord run,
            JobView job,
            List<ImportRecord> parts,
            @Nullable ImportUndo undo,
            Function<ImportRecord, List<RowProblem>> problems) {
        var uploaded = uploads.find(parts.stream().map(ImportRecord::getFileId).toList());
        var files = new ArrayList<ImportFileView>();
        long before = 0;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var file = Objects.requireNonNull(uploaded.get(part.getFileId()));
            var last = i + 1 == parts.size() || parts.get(i + 1).getStartedAt() == null;
            var state = state(part, job.state(), last);
            files.add(
                    file(part, state, file, Math.clamp(job.done() - before, 0, file.getBytes()), problems.apply(part)));
            before += file.getBytes();
        }
        boolean whole = parts.stream().allMatch(part -> part.getFinishedAt() != null);
        return new ImportView(
                run.getId(),
                job.id(),
                job.state(),
                run.getDryRun(),
                run.getCreatedAt(),
                whole && !parts.isEmpty() ? parts.getLast().getFinishedAt() : null,
                files,
                job.problem(),
                undoJob(run),
                undo);
    }

    /** @param last whether no file behind it was begun */
    private static JobState state(ImportRecord part, JobState job, boolean last) {
        if (part.getFinishedAt() != null) return JobState.DONE;
        boolean begun = part.getStartedAt() != null;
        return switch (job) {
            case QUEUED -> JobState.QUEUED;
            case RUNNING -> !begun ? JobState.QUEUED : last ? JobState.RUNNING : JobState.DONE;
            case FAILED -> begun && last ? JobState.FAILED : JobState.CANCELLED;
            case CANCELLED -> JobState.CANCELLED;
            case DONE -> JobState.DONE;
        };
    }

    private static ImportFileView file(
            ImportRecord part, JobState state, FileRecord file, long read, List<RowProblem> problems) {
        return new ImportFileView(
                part.getId(),
                state,
                ImportKind.of(part.getKind()),
                part.getSourceName(),
                file.getName(),
                file.getBytes(),
                state == JobState.DONE ? file.getBytes() : read,
                part.getStartedAt(),
                part.getFinishedAt(),
                counts(part),
                ImportStore.money(part),
                ImportStore.doubts(part),
                problems);
    }

    private static ImportCounts counts(ImportRecord part) {
        return new ImportCounts(
                part.getRowsRead(),
                part.getCreated(),
                part.getUpdated(),
                part.getUnchanged(),
                part.getRejected(),
                part.getCustomers(),
                part.getNewCustomers(),
                part.getOrders(),
                part.getCellsLeftOut());
    }
}
