package regulars.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.access.web.TokenBuckets;
import regulars.kernel.Fault;
import regulars.kernel.Permission;

/**
 * Knows the keys that may write events, on wires where a key comes in the body as well as in a header. What was found
 * counts for some seconds, so a revoked key is refused that much later. Safe for use by several threads.
 */
@Service
public class WriteKeys {
    private static final long REMEMBERED_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int REMEMBERED = 1_000;
    private static final int WRONG_PER_MINUTE = 60;

    private final ApiKeyStore store;
    private final InstantSource clock;
    private final TokenBuckets browsers = new TokenBuckets(BrowserKeys.PER_MINUTE, System::nanoTime);
    private final TokenBuckets visitors = new TokenBuckets(BrowserKeys.PER_VISITOR_MINUTE, System::nanoTime);
    private final TokenBuckets wrong = new TokenBuckets(WRONG_PER_MINUTE, System::nanoTime);
    private final Map<String, Found> found = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
            return size() > REMEMBERED;
        }
    };

    private volatile Sites sites = new Sites(Set.of(), System.nanoTime() - REMEMBERED_NANOS);

    WriteKeys(ApiKeyStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The key, counted against its limit.
     *
     * @param key as it was sent; empty for none
     * @param origin the site that a browser says it asks from
     * @param address of the client, by which wrong keys are counted
     * @throws Fault when there is no such key, when it may not write events, or not from there, or not that often
     */
    public WriteKey require(String key, @Nullable String origin, String address) {
        var known = known(key, address);
        if (known == null || !counts(known, origin)) {
            if (key.startsWith(ApiKeys.MARK)) wrong.take(address);
            throw new Fault(
                    AccessFault.API_KEY_REFUSED,
                    "This is no write key of ours, or it is revoked, expired or used on a site that it does not name: "
                            + "look in the list of API keys");
        }
        if (known.browser()) {
            refuseOften(visitors.take(known.id() + " " + address), "address");
            refuseOften(browsers.take(known.id().toString()), "key");
        }
        return known;
    }

    /** Whether some key for browsers works on the site: what a browser asks before it sends. */
    public boolean isSite(String origin) {
        var known = sites;
        if (System.nanoTime() - known.at() >= REMEMBERED_NANOS) {
            known = new Sites(store.origins(clock.instant()), System.nanoTime());
            sites = known;
        }
        return known.origins().contains(origin);
    }

    /** Whoever tries many keys is not looked up for a while; a key that was right before always is. */
    private @Nullable WriteKey known(String key, String address) {
        if (!key.startsWith(ApiKeys.MARK)) return null;
        var hash = Tokens.hash(key);
        var name = HexFormat.of().formatHex(hash);
        long now = System.nanoTime();
        synchronized (found) {
            var seen = found.get(name);
            if (seen != null && now - seen.at() < REMEMBERED_NANOS) return seen.key();
            if (seen == null) refuseOften(wrong.look(address), "address");
        }
        var row = store.valid(hash, clock.instant()).orElse(null);
        if (row == null || !Roles.known(row.getPermissions()).contains(Permission.EVENTS_WRITE)) {
            synchronized (found) {
                found.remove(name);
            }
            return null;
        }
        store.used(row, clock.instant());
        var known = new WriteKey(
                row.getId(),
                row.getName(),
                KeyKind.of(row.getKind()) == KeyKind.BROWSER,
                Set.of(row.getOrigins()),
                row.getExpiresAt());
        synchronized (found) {
            found.put(name, new Found(known, now));
        }
        return known;
    }

    private boolean counts(WriteKey key, @Nullable String origin) {
        var expiresAt = key.expiresAt();
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) return false;
        return !key.browser() || origin != null && key.origins().contains(origin);
    }

    private static void refuseOften(long seconds, String what) {
        if (seconds == 0) return;
        throw new Fault(
                        AccessFault.TOO_MANY_REQUESTS,
                        "Too many requests with this " + what + ": the next one is looked at in " + seconds + " s")
                .with("retryAfterSeconds", seconds);
    }

    private record Found(WriteKey key, long at) {}

    private record Sites(Set<String> origins, long at) {}
}
