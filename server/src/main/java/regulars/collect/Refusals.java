package regulars.collect;

import java.sql.SQLException;

/** What a failed transaction means for the events in it. */
enum Refusals {
    /** Two of them stood in each other's way. */
    AGAIN,
    /** A value of one of them. */
    NEVER,
    /** The database, not the events. */
    LATER;

    static Refusals of(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) return ofState(sql.getSQLState());
        }
        return LATER;
    }

    private static Refusals ofState(String state) {
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "40" -> AGAIN;
            case "22", "23", "54" -> NEVER;
            default -> LATER;
        };
    }
}
