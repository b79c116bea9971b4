package regulars.access.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many requests a client may still make: a full bucket is one minute's worth and refills steadily. Keeps the
 * latest clients only, so a flood of addresses costs no memory. Safe for use by several threads.
 */
public final class TokenBuckets {
    private static final int REMEMBERED = 20_000;
    private static final double MINUTE_NANOS = 60e9;

    private final int perMinute;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    public TokenBuckets(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
    }

    /** 0 when the request may pass, else the seconds after which one will. */
    public synchronized long take(String client) {
        long now = nanoTime.getAsLong();
        double tokens = tokens(client, now);
        buckets.put(client, new Bucket(tokens >= 1 ? tokens - 1 : tokens, now));
        return seconds(tokens);
    }

    /** The same without taking anything. */
    public synchronized long look(String client) {
        return seconds(tokens(client, nanoTime.getAsLong()));
    }

    private double tokens(String client, long now) {
        var bucket = buckets.get(client);
        if (bucket == null) return perMinute;
        return Math.min(perMinute, bucket.tokens() + (now - bucket.at()) * perMinute / MINUTE_NANOS);
    }

    private long seconds(double tokens) {
        return tokens >= 1 ? 0 : Math.max(1, (long) Math.ceil((1 - tokens) * 60 / perMinute));
    }

    private record Bucket(double tokens, long at) {}
}
