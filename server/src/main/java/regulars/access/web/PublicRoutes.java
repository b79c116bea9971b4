package regulars.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import regulars.access.AccessFault;
import regulars.access.ClientAddress;
import regulars.access.PublicRoute;
import regulars.kernel.Fault;

/** What strangers may ask, and how often. */
public final class PublicRoutes extends OncePerRequestFilter {
    private final List<Limited> routes;
    private final ProblemWriter problems;

    public PublicRoutes(List<PublicRoute> routes, ProblemWriter problems) {
        this.routes = routes.stream().map(Limited::of).toList();
        this.problems = problems;
    }

    public boolean allows(HttpServletRequest request) {
        return routes.stream().anyMatch(route -> route.covers(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (var route : routes) {
            if (!route.covers(request)) continue;
            long wait = route.buckets().take(ClientAddress.of(request));
            if (wait > 0) {
                problems.write(tooMany(wait), response);
                return;
            }
            break;
        }
        chain.doFilter(request, response);
    }

    private static Fault tooMany(long seconds) {
        return new Fault(AccessFault.TOO_MANY_REQUESTS, "Too many requests from your address: wait " + seconds + " s")
                .with("retryAfterSeconds", seconds);
    }

    private record Limited(HttpMethod method, RequestMatcher path, TokenBuckets buckets) {
        static Limited of(PublicRoute route) {
            return new Limited(
                    route.method(),
                    PathPatternRequestMatcher.withDefaults().matcher(route.pattern()),
                    new TokenBuckets(route.perMinute(), System::nanoTime));
        }

        /** Whoever may GET may also HEAD. */
        boolean covers(HttpServletRequest request) {
            var asked = HttpMethod.valueOf(request.getMethod());
            boolean fits = asked.equals(method) || method.equals(HttpMethod.GET) && asked.equals(HttpMethod.HEAD);
            return fits && path.matches(request);
        }
    }
}
