package regulars.sources;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Money;
import regulars.sources.files.ColumnDoubt;
import regulars.work.JobProblem;
import regulars.work.JobState;

/**
 * An import as people see it. A cancelled one keeps what its counts say.
 *
 * @param money what the orders come to, by currency; there when it has finished
 * @param doubts columns of codes that may have lost their leading zeros before the file came here
 * @param problems of the first rows that were not taken
 * @param failure why the import as a whole stopped
 * @param undoJobId the undoing or its trial, while it is under way
 */
public record ImportView(
        UUID id,
        UUID jobId,
        JobState state,
        ImportKind kind,
        String source,
        String fileName,
        boolean dryRun,
        Instant createdAt,
        @Nullable Instant finishedAt,
        ImportCounts counts,
        List<Money> money,
        List<ColumnDoubt> doubts,
        List<RowProblem> problems,
        @Nullable JobProblem failure,
        @Nullable UUID undoJobId,
        @Nullable ImportUndo undo) {}
