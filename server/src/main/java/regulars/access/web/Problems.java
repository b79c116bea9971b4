package regulars.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever a controller throws into one problem; what nobody foresaw is logged and told only by its id. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final ProblemWriter writer;

    public Problems(ProblemWriter writer) {
        this.writer = writer;
    }

    /** For tests that wire a controller by hand. */
    public Problems() {
        this(new ProblemWriter(JsonMapper.builder().build()));
    }

    @ExceptionHandler
    void handle(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (thrown instanceof AsyncRequestNotUsableException) return; // the client is gone
        if (thrown instanceof HttpRequestMethodNotSupportedException e && e.getSupportedHttpMethods() != null) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", e.getSupportedMethods()));
        }
        var known = KnownProblems.of(thrown);
        writer.write(known == null ? unexpected(thrown, request) : known, response);
    }

    static Problem unexpected(Throwable thrown, HttpServletRequest request) {
        var id = UUID.randomUUID().toString();
        LOG.error("{} {} failed unexpectedly, id {}", request.getMethod(), request.getRequestURI(), id, thrown);
        return Problem.unexpected(id);
    }
}
