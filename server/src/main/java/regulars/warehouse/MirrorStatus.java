package regulars.warehouse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the mirror does.
 *
 * @param readable queries are answered
 * @param lag how long ago the snapshot was taken that the mirror holds; null while it holds none
 * @param failure why the last round failed, in words for an administrator
 * @param progress of the rebuild that is under way
 */
public record MirrorStatus(
        MirrorState state,
        boolean readable,
        @Nullable Duration lag,
        @Nullable Watermark watermark,
        List<TableRows> tables,
        long fileBytes,
        @Nullable Instant rebuiltAt,
        @Nullable RebuildReason rebuiltBecause,
        @Nullable Progress progress,
        @Nullable String failure) {
    public MirrorStatus {
        tables = List.copyOf(tables);
    }

    /** Rows of one mirrored table, named {@code schema.table}. */
    public record TableRows(String table, long rows) {}

    /** Rows read so far and, by PostgreSQL's own estimate, in all. */
    public record Progress(String table, long done, long total) {}
}
