package regulars.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final TokenBuckets buckets = new TokenBuckets(3, nanos::get);

    @Test
    void letsAMinutesWorthPassAtOnceThenOneAtATime() {
        for (int request = 0; request < 3; request++)
            assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isEqualTo(20);

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(20));
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void countsEachClientAlone() {
        for (int request = 0; request < 4; request++) buckets.take("a");

        assertThat(buckets.take("b")).isZero();
    }
}
