package regulars.sources;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.work.JobProblem;
import regulars.work.JobState;

/**
 * An import as people see it: files that were taken in together.
 *
 * @param files in the order of work
 * @param failure why it stopped, at the file whose state is failed
 * @param undoJobId the undoing or its trial, while it is under way
 */
public record ImportView(
        UUID id,
        UUID jobId,
        JobState state,
        boolean dryRun,
        Instant createdAt,
        @Nullable Instant finishedAt,
        List<ImportFileView> files,
        @Nullable JobProblem failure,
        @Nullable UUID undoJobId,
        @Nullable ImportUndo undo) {}
