package regulars.access.web;

import static regulars.access.AccessFault.IDEMPOTENCY_KEY_UNUSABLE;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import regulars.access.web.Idempotency.Reply;
import regulars.kernel.Fault;

/**
 * Reads the header {@code Idempotency-Key} of a POST; the answer leaves only after its transaction has ended. Routes
 * about accounts and keys take none: their answers hold secrets, and what they count of failures must outlive a refusal.
 */
public final class IdempotencyFilter extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;
    private static final int LARGEST_BODY = 2 << 20;

    private final Idempotency idempotency;
    private final Predicate<HttpServletRequest> secret;
    private final ProblemWriter problems;

    /** @param secret whether a request is about accounts or keys */
    public IdempotencyFilter(Idempotency idempotency, Predicate<HttpServletRequest> secret, ProblemWriter problems) {
        this.secret = secret;
        this.idempotency = idempotency;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var key = key(request);
            var body = body(request);
            var reply = idempotency.once(
                    keyHash(request, key), requestHash(request, body), () -> work(request, body, response, chain));
            send(reply, response);
        } catch (Fault fault) {
            problems.write(fault, response);
        } catch (BodyLimits.BodyTooLarge e) {
            problems.write(KnownProblems.tooLarge(e.atMostBytes()), response);
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private String key(HttpServletRequest request) {
        if (secret.test(request)) {
            throw new Fault(
                    IDEMPOTENCY_KEY_UNUSABLE, "This address takes no Idempotency-Key: send the request without it");
        }
        var key = request.getHeader(HEADER).strip();
        if (!key.isEmpty() && key.length() <= LONGEST_KEY) return key;
        throw new Fault(IDEMPOTENCY_KEY_UNUSABLE, "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters");
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length <= LARGEST_BODY) return body;
        throw new Fault(
                IDEMPOTENCY_KEY_UNUSABLE,
                "A body over " + LARGEST_BODY + " bytes takes no Idempotency-Key: leave the header out");
    }

    private static Reply work(HttpServletRequest request, byte[] body, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var held = new ContentCachingResponseWrapper(response);
        chain.doFilter(new Reread(request, body), held);
        return new Reply(
                held.getStatus(),
                held.getContentType(),
                held.getHeader(HttpHeaders.LOCATION),
                held.getContentAsByteArray());
    }

    private static void send(Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        if (reply.contentType() != null) response.setContentType(reply.contentType());
        if (reply.location() != null) response.setHeader(HttpHeaders.LOCATION, reply.location());
        response.setContentLength(reply.body().length);
        response.getOutputStream().write(reply.body());
    }

    private static byte[] keyHash(HttpServletRequest request, String key) {
        var principal = request.getUserPrincipal();
        var caller = principal == null ? "" : principal.getName();
        return sha256((key + '\n' + caller + '\n' + request.getRequestURI()).getBytes(StandardCharsets.UTF_8));
    }

    /** What was asked: the query is a part of it, so that a trial's answer never stands for the real thing. */
    private static byte[] requestHash(HttpServletRequest request, byte[] body) {
        var query = request.getQueryString();
        var asked = sha256((query == null ? "" : query).getBytes(StandardCharsets.UTF_8));
        var both = Arrays.copyOf(asked, asked.length + body.length);
        System.arraycopy(body, 0, both, asked.length, body.length);
        return sha256(both);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    /** The same request with its body once more. */
    private static final class Reread extends HttpServletRequestWrapper {
        private final byte[] body;

        Reread(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("bodies are read at once");
        }
    }
}
