package regulars.warehouse;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a damaged file from a query that is merely wrong, too long or too large. */
final class Damage {
    private static final Pattern SIGNS = Pattern.compile(
            "not a valid DuckDB|[Cc]orrupt|checksum|Could not read (enough|all) bytes|Serialization Error"
                    + "|database has been invalidated|the file is \\d+ bytes and should be|Catalog Error: Table with name meta");
    private static final Pattern LOCKED = Pattern.compile("Could not set lock on file");

    private Damage() {}

    static boolean in(@Nullable Throwable failure) {
        return find(failure, SIGNS);
    }

    /** Somebody else has the file open: it is theirs, and whole. */
    static boolean isLocked(SQLException failure) {
        return find(failure, LOCKED);
    }

    private static boolean find(@Nullable Throwable failure, Pattern signs) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException
                    && cause.getMessage() != null
                    && signs.matcher(cause.getMessage()).find()) return true;
        }
        return false;
    }
}
