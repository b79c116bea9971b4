package regulars.access.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Looks for the reason below what was thrown. */
final class Causes {
    private static final int DEEPEST = 20;

    private Causes() {}

    static <T extends Throwable> @Nullable T first(Throwable thrown, Class<T> type) {
        var cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (type.isInstance(cause)) return type.cast(cause);
            cause = cause.getCause();
        }
        return null;
    }

    /** The statement was stopped, for it took too long (57014). */
    static boolean tookTooLong(Throwable thrown) {
        var sql = first(thrown, SQLException.class);
        return sql != null && "57014".equals(sql.getSQLState());
    }

    /** A text with a NUL character, which PostgreSQL keeps neither as text (22021) nor in JSON (22P05). */
    static boolean unusableText(Throwable thrown) {
        var sql = first(thrown, SQLException.class);
        return sql != null && ("22021".equals(sql.getSQLState()) || "22P05".equals(sql.getSQLState()));
    }

    /** No connection (08), the server is going away or out of places (57P, 53): it may work in a moment. */
    static boolean databaseGone(Throwable thrown) {
        var sql = first(thrown, SQLException.class);
        if (sql == null) return false;
        var state = sql.getSQLState();
        return sql instanceof java.sql.SQLTransientConnectionException
                || (state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")));
    }
}
