package regulars.warehouse;

import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/**
 * Ends the queries of one reading from another thread, and tells the reader why. A query that is just about to begin may
 * miss it, so whoever wants the end asks again until the reading is over. Safe for use by several threads.
 */
public final class Stop {
    private @Nullable Statement running;
    private @Nullable RuntimeException reason;

    /** Ends what runs and whatever would run after it; the first reason is the one that counts. */
    public synchronized void ask(RuntimeException why) {
        if (reason == null) reason = why;
        again();
    }

    /** As {@link #ask} once more; nothing when nobody has asked. */
    public synchronized void again() {
        if (reason == null || running == null) return;
        try {
            running.cancel();
        } catch (SQLException e) {
            reason.addSuppressed(e); // it has ended by itself
        }
    }

    /** @throws RuntimeException the reason, when somebody has asked */
    public synchronized void check() {
        if (reason != null) throw reason;
    }

    private synchronized void runs(@Nullable Statement statement) {
        if (statement != null) check();
        running = statement;
    }

    ExecuteListener listener() {
        return new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                runs(context.statement());
            }

            @Override
            public void end(ExecuteContext context) {
                runs(null);
            }
        };
    }
}
