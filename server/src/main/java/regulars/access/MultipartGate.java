package regulars.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import regulars.access.web.ProblemWriter;
import regulars.kernel.Fault;

/**
 * Forms in parts are written to the disk by the container as soon as anybody asks for a parameter, whatever its limits of
 * bodies read: so their length must be said, and no more than a few fields pass. Files are bodies of their own. A mailbox
 * provider's one-click unsubscription is such a form of one field (RFC 8058).
 */
final class MultipartGate extends OncePerRequestFilter {
    private static final int A_FEW_FIELDS = 8 << 10;

    private final ProblemWriter problems;

    MultipartGate(ProblemWriter problems) {
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

    private static @Nullable Fault refusal(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        if (length < 0) {
            return new Fault(
                    AccessFault.LENGTH_REQUIRED, "The length of a form in parts must be said: send Content-Length");
        }
        if (length <= A_FEW_FIELDS) return null;
        return new Fault(
                AccessFault.MEDIA_TYPE_UNSUPPORTED,
                "No files in parts are taken: send application/json, or the file itself as application/octet-stream");
    }
}
