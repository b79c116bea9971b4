package regulars.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import regulars.access.web.ProblemWriter;
import regulars.kernel.Fault;

/**
 * Forms with files are written to the disk by the container as soon as anybody asks for a parameter, whatever its
 * limits of bodies read: so they pass only where files are taken, from those we know, and with their length said, which
 * {@link regulars.access.web.BodyLimits} then bounds.
 */
final class UploadGate extends OncePerRequestFilter {
    private final List<? extends RequestMatcher> routes;
    private final ProblemWriter problems;

    UploadGate(List<BodyLimit> uploads, ProblemWriter problems) {
        var paths = PathPatternRequestMatcher.withDefaults();
        this.routes =
                uploads.stream().map(limit -> paths.matcher(limit.pattern())).toList();
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).strip().startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refusal = refusal(request);
        if (refusal == null) chain.doFilter(request, response);
        else problems.write(refusal, response);
    }

    private @Nullable Fault refusal(HttpServletRequest request) {
        if (routes.stream().noneMatch(route -> route.matches(request))) {
            return new Fault(
                    AccessFault.MEDIA_TYPE_UNSUPPORTED, "No files are taken at this address: send application/json");
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Caller)) {
            return new Fault(AccessFault.NOT_SIGNED_IN, Door.Answer.SIGN_IN.message());
        }
        return request.getContentLengthLong() < 0
                ? new Fault(AccessFault.LENGTH_REQUIRED, "The length of a file must be said: send Content-Length")
                : null;
    }
}
