package regulars.work;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.work.Tables.LEASE;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.TestPostgres;

class LeasesTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private static final Duration TTL = Duration.ofMillis(600);

    private final LeaseStore store = new LeaseStore(POSTGRES.dsl());
    private final Leases leases = new Leases(store);
    private final String name = "lease-" + UUID.randomUUID();

    @Test
    void letsOneHolderIn() {
        var inner = new AtomicBoolean(true);

        var outer = leases.whileHeld(name, TTL, () -> inner.set(leases.whileHeld(name, TTL, () -> {})));

        assertThat(outer).isTrue();
        assertThat(inner).isFalse();
        assertThat(leases.whileHeld(name, TTL, () -> {})).isTrue();
    }

    @Test
    void holdsOnWhileTheBodyRunsLongerThanTheLease() throws Exception {
        var over = new CountDownLatch(1);
        var holding = new CountDownLatch(1);
        var body = CompletableFuture.runAsync(() -> leases.whileHeld(name, TTL, () -> {
            holding.countDown();
            await(over, TTL.multipliedBy(10));
        }));
        assertThat(holding.await(10, TimeUnit.SECONDS)).isTrue();

        var tries = new CountDownLatch(1);
        tries.await(TTL.multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS);
        assertThat(leases.whileHeld(name, TTL, () -> {})).isFalse();
        over.countDown();
        body.join();
    }

    @Test
    void passesToAnotherWhenItsHolderDied() {
        assertThat(store.take(name, Duration.ofMillis(-1))).isPresent();

        assertThat(leases.whileHeld(name, TTL, () -> {})).isTrue();
    }

    @Test
    void interruptsABodyThatLostItsLease() {
        var interrupted = new AtomicBoolean();

        leases.whileHeld(name, TTL, () -> {
            POSTGRES.dsl()
                    .update(LEASE)
                    .set(LEASE.FENCE, LEASE.FENCE.plus(1))
                    .where(LEASE.NAME.eq(name))
                    .execute();
            interrupted.set(await(new CountDownLatch(1), TTL.multipliedBy(20)));
        });

        assertThat(interrupted).isTrue();
    }

    @Test
    void ticksOnOneNodeAtATimeAndNotMoreOftenThanSaid() throws Exception {
        var ticked = new AtomicInteger();
        var enough = new CountDownLatch(3);
        var tick = new Tick() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration every() {
                return Duration.ofMillis(200);
            }

            @Override
            public void run() {
                ticked.incrementAndGet();
                enough.countDown();
                if (ticked.get() == 1) throw new IllegalStateException("a failed tick comes again");
            }
        };
        var nodes = List.of(new Ticks(List.of(tick), leases), new Ticks(List.of(tick), leases));
        long start = System.nanoTime();
        nodes.forEach(Ticks::start);
        assertThat(enough.await(20, TimeUnit.SECONDS)).isTrue();
        nodes.forEach(Ticks::stop);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

        assertThat(ticked.get()).isLessThanOrEqualTo((int) (millis / 180) + 1);
    }

    /** Whether the wait was interrupted. */
    private static boolean await(CountDownLatch latch, Duration atMost) {
        try {
            latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
