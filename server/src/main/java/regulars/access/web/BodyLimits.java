package regulars.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import regulars.access.BodyLimit;

/** Refuses a body over the route's limit: by its announced length at once, else at the byte that is too many. */
public final class BodyLimits extends OncePerRequestFilter {
    private static final DataSize USUAL = DataSize.ofMegabytes(2);

    private final Map<RequestMatcher, DataSize> larger;
    private final ProblemWriter problems;

    public BodyLimits(List<BodyLimit> larger, ProblemWriter problems) {
        var paths = PathPatternRequestMatcher.withDefaults();
        this.larger =
                larger.stream().collect(Collectors.toMap(limit -> paths.matcher(limit.pattern()), BodyLimit::atMost));
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long atMost = atMost(request);
        if (request.getContentLengthLong() > atMost) {
            problems.write(KnownProblems.tooLarge(atMost), response);
            return;
        }
        chain.doFilter(request.getContentLengthLong() >= 0 ? request : new Counted(request, atMost), response);
    }

    private long atMost(HttpServletRequest request) {
        for (var limit : larger.entrySet()) {
            if (limit.getKey().matches(request)) return limit.getValue().toBytes();
        }
        return USUAL.toBytes();
    }

    /** A body larger than its route takes. */
    static final class BodyTooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        private final long atMostBytes;

        BodyTooLarge(long atMostBytes) {
            super("body over " + atMostBytes + " bytes");
            this.atMostBytes = atMostBytes;
        }

        long atMostBytes() {
            return atMostBytes;
        }
    }

    private static final class Counted extends HttpServletRequestWrapper {
        private final long atMost;

        Counted(HttpServletRequest request, long atMost) {
            super(request);
            this.atMost = atMost;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), atMost);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            var encoding = getCharacterEncoding();
            var charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
            return new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
    }

    private static final class CountedStream extends ServletInputStream {
        private final ServletInputStream body;
        private final long atMost;
        private long read;

        CountedStream(ServletInputStream body, long atMost) {
            this.body = body;
            this.atMost = atMost;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = body.read(into, offset, length);
            count(some);
            return some;
        }

        private void count(int some) throws BodyTooLarge {
            if (some > 0) read += some;
            if (read > atMost) throw new BodyTooLarge(atMost);
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
