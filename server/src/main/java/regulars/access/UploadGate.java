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
 * Forms in parts are written to the disk by the container as soon as anybody asks for a parameter, whatever its limits of
 * bodies read: so their length must be said, and more than a few fields pass only where files are taken, from those we
 * know. A mailbox provider's one-click unsubscription is such a form of one field (RFC 8058).
 */
final class UploadGate extends OncePerRequestFilter {
    private static final int A_FEW_FIELDS = 8 << 10;

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
        long length = request.getContentLengthLong();
        if (length < 0) {
            return new Fault(
                    AccessFault.LENGTH_REQUIRED, "The length of a form in parts must be said: send Content-Length");
        }
        if (length <= A_FEW_FIELDS) return null;
        if (routes.stream().noneMatch(route -> route.matches(request))) {
            return new Fault(
                    AccessFault.MEDIA_TYPE_UNSUPPORTED, "No files are taken at this address: send application/json");
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Caller)) {
            return new Fault(AccessFault.NOT_SIGNED_IN, Door.Answer.SIGN_IN.message());
        }
        return null;
    }
}
