package regulars.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The page all screens live in; each answer has a nonce of its own for the styles the kit makes while it runs. */
final class Page implements HttpRequestHandler {
    private static final String NONCE = "CSP_NONCE";
    private static final int NONCE_BYTES = 16;

    private final Resource built;
    private final SecureRandom random = new SecureRandom();

    Page(Resource built) {
        this.built = built;
    }

    /** Addresses of screens have no dot in their last part; the API answers for itself. */
    static boolean isFor(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/api/") && path.indexOf('.', path.lastIndexOf('/')) < 0;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), java.util.List.of("GET", "HEAD"));
        }
        if (!built.exists()) throw new NoResourceFoundException(HttpMethod.GET, request.getRequestURI(), "index.html");
        var nonce = nonce();
        var page = built.getContentAsString(StandardCharsets.UTF_8).replace(NONCE, nonce);
        response.setHeader(ContentPolicy.HEADER, ContentPolicy.withStyles("'self' 'nonce-" + nonce + "'"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }

    private String nonce() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
