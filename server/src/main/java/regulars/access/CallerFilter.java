package regulars.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import regulars.access.web.ProblemWriter;
import regulars.access.web.TokenBuckets;
import regulars.kernel.Fault;

/** Recognises who calls: by the API key when one is sent, and then by nothing else, or by the session. */
final class CallerFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final ApiKeys keys;
    private final ProblemWriter problems;
    private final TokenBuckets browsers = new TokenBuckets(BrowserKeys.PER_MINUTE, System::nanoTime);

    CallerFilter(Sessions sessions, ApiKeys keys, ProblemWriter problems) {
        this.problems = problems;
        this.sessions = sessions;
        this.keys = keys;
    }

    /** A browser sends this header only when a script of the same origin says so: it needs no CSRF token. */
    static boolean sendsKey(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = caller(request);
        if (caller.isPresent() && caller.get() instanceof Caller.Key key && key.kind() == KeyKind.BROWSER) {
            long seconds = browsers.take(key.id().toString());
            if (seconds > 0) {
                problems.write(tooMany(seconds), response);
                return;
            }
        }
        caller.ifPresent(CallerFilter::remember);
        chain.doFilter(request, response);
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        if (!request.getRequestURI().startsWith("/api/")) return Optional.empty();
        if (!sendsKey(request)) return sessions.caller(request);
        var key = request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(BEARER.length())
                .strip();
        return keys.caller(key, request.getHeader(HttpHeaders.ORIGIN));
    }

    private static Fault tooMany(long seconds) {
        return new Fault(
                        AccessFault.TOO_MANY_REQUESTS,
                        "Too many requests with this key: the next one is looked at in " + seconds + " s")
                .with("retryAfterSeconds", seconds);
    }

    private static void remember(Caller caller) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
        SecurityContextHolder.setContext(context);
    }
}
