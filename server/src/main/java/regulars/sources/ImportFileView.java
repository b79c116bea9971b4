package regulars.sources;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Money;
import regulars.sources.files.ColumnDoubt;
import regulars.work.JobState;

/**
 * One file of an import. A cancelled one keeps what its counts say.
 *
 * @param bytesRead of {@code bytes}; what is read ahead among them
 * @param money what the orders come to, by currency; there when it has finished
 * @param doubts columns of codes that may have lost their leading zeros before the file came here
 * @param problems of the first rows that were not taken
 */
public record ImportFileView(
        UUID id,
        JobState state,
        ImportKind kind,
        String source,
        String fileName,
        long bytes,
        long bytesRead,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        ImportCounts counts,
        List<Money> money,
        List<ColumnDoubt> doubts,
        List<RowProblem> problems) {}
