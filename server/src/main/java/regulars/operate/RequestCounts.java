package regulars.operate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** How many requests were answered how, and how long they took together. Thread-safe. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestCounts extends OncePerRequestFilter {
    private final Map<String, LongAdder> byStatus = new ConcurrentHashMap<>();
    private final LongAdder nanos = new LongAdder();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begin = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            nanos.add(System.nanoTime() - begin);
            var status = response.getStatus() / 100 + "xx";
            byStatus.computeIfAbsent(status, key -> new LongAdder()).increment();
        }
    }

    Map<String, Long> byStatus() {
        var counts = new TreeMap<String, Long>();
        byStatus.forEach((status, count) -> counts.put(status, count.sum()));
        return counts;
    }

    double seconds() {
        return nanos.sum() / 1e9;
    }
}
