package regulars.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows sign-ins from one client address; a failure is forgotten each minute, never by a success, for an attacker has an
 * account of their own. Keeps the latest addresses only. Safe for use by several threads.
 */
final class AddressBackOff {
    private static final int FREE = 20;
    private static final int REMEMBERED = 10_000;
    private static final Duration FORGETS_ONE = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Map<String, Failures> byAddress = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** When the next attempt is looked at; in the past when it may come now. */
    synchronized Instant slowedUntil(String address) {
        var failures = byAddress.get(address);
        return failures == null ? Instant.MIN : failures.until();
    }

    synchronized void failed(String address, Instant now) {
        var before = byAddress.getOrDefault(address, new Failures(0, now, now));
        long forgotten = Duration.between(before.at(), now).dividedBy(FORGETS_ONE);
        int count = (int) Math.max(0, before.count() - forgotten) + 1;
        var delay = count <= FREE ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(count - FREE, 20));
        byAddress.put(address, new Failures(count, now, now.plus(delay.compareTo(LONGEST) < 0 ? delay : LONGEST)));
    }

    private record Failures(int count, Instant at, Instant until) {}
}
