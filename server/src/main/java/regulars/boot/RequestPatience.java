package regulars.boot;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;
import org.springframework.web.context.request.RequestContextHolder;

/** Stops a statement that a request waits for after a while; a job takes the time that it needs. Thread-safe. */
final class RequestPatience implements ExecuteListener {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final int seconds;
    private final BooleanSupplier inRequest;

    RequestPatience() {
        this(LONGEST, () -> RequestContextHolder.getRequestAttributes() != null);
    }

    RequestPatience(Duration longest, BooleanSupplier inRequest) {
        this.seconds = Math.toIntExact(longest.toSeconds());
        this.inRequest = inRequest;
    }

    @Override
    public void executeStart(ExecuteContext context) {
        var statement = context.statement();
        if (statement == null || !inRequest.getAsBoolean()) return;
        try {
            statement.setQueryTimeout(seconds);
        } catch (SQLException e) {
            throw new DataAccessException("The statement took no limit of time", e);
        }
    }
}
