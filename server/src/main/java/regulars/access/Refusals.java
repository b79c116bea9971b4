package regulars.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import regulars.access.web.ProblemWriter;
import regulars.kernel.Fault;
import regulars.kernel.Permission;

/** Says why somebody did not pass, as a problem like any other. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemWriter problems;
    private final Accounts accounts;

    Refusals(ProblemWriter problems, Accounts accounts) {
        this.problems = problems;
        this.accounts = accounts;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException denied)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(stranger(request), response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException && isStranger() && !Door.isSignIn(request)) {
            problems.write(stranger(request), response);
        } else {
            problems.write(refused(denied), response);
        }
    }

    private static boolean isStranger() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || !(authentication.getPrincipal() instanceof Caller);
    }

    private static Fault stranger(HttpServletRequest request) {
        if (CallerFilter.sendsKey(request)) {
            return new Fault(
                    AccessFault.API_KEY_REFUSED, "The API key is unknown or revoked: use one of the list of keys");
        }
        return new Fault(AccessFault.NOT_SIGNED_IN, Door.Answer.SIGN_IN.message());
    }

    private Fault refused(AccessDeniedException denied) {
        if (denied instanceof CsrfException) {
            return new Fault(
                    AccessFault.CSRF_TOKEN_MISSING,
                    "The request did not prove that it comes from our own page: reload the page and try again");
        }
        if (denied instanceof AuthorizationDeniedException e
                && e.getAuthorizationResult() instanceof Door.Answer answer) {
            var lacking = answer.lacking();
            return lacking == null ? new Fault(answer.code(), answer.message()) : lacking(lacking, answer);
        }
        return new Fault(AccessFault.NOT_ALLOWED, "You may not do this");
    }

    /** Who can give it is told to our own people: a key can lie in a web page. */
    private Fault lacking(Permission permission, Door.Answer answer) {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null || !(caller.getPrincipal() instanceof Caller.User)) {
            return new Fault(answer.code(), answer.message() + ": whoever manages the keys can give it")
                    .with("permission", permission.code());
        }
        var givers = String.join(", ", accounts.givers());
        return new Fault(answer.code(), answer.message() + ": " + givers + " can give it")
                .with("permission", permission.code())
                .with("givers", givers);
    }
}
