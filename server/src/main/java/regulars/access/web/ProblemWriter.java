package regulars.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import regulars.kernel.Fault;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the whole response, whatever the client said it accepts. Safe for use by several threads. */
@Component
public class ProblemWriter {
    private static final String RETRY_AFTER = "retryAfterSeconds";

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(Fault fault, HttpServletResponse response) throws IOException {
        write(Problem.of(fault), response);
    }

    void write(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) return; // too late to say anything
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        retryAfter(problem, response);
        response.getOutputStream().write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }

    private static void retryAfter(Problem problem, HttpServletResponse response) {
        if (problem.params() != null && problem.params().get(RETRY_AFTER) instanceof Number seconds) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
        } else if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
    }
}
