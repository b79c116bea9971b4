package regulars.access.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import regulars.access.AccessFault;
import regulars.kernel.Fault;
import regulars.kernel.SignedIn;

/** What fails outside of any controller, in a filter or in the server itself, ends here and is told the same way. */
@Controller
@SignedIn
class Errors implements ErrorController {
    private final ProblemWriter writer;

    Errors(ProblemWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        writer.write(problem(thrown, status(request), request), response);
    }

    private static Problem problem(@Nullable Throwable thrown, HttpStatus status, HttpServletRequest request) {
        if (thrown != null) {
            var cause = thrown.getCause() == null ? thrown : thrown.getCause();
            var known = KnownProblems.of(cause);
            return known == null ? Problems.unexpected(thrown, request) : known;
        }
        return switch (status) {
            case NOT_FOUND -> KnownProblems.noRoute();
            case BAD_REQUEST ->
                Problem.of(status, new Fault(AccessFault.BODY_UNREADABLE, "The request cannot be read: correct it"));
            case INTERNAL_SERVER_ERROR ->
                Problems.unexpected(new IllegalStateException("error without a cause"), request);
            default -> Problem.of(status, new Fault(AccessFault.NOT_ALLOWED, status.getReasonPhrase()));
        };
    }

    private static HttpStatus status(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code) {
            var status = HttpStatus.resolve(code);
            if (status != null) return status;
        }
        return HttpStatus.NOT_FOUND; // somebody asked for the error page itself
    }
}
