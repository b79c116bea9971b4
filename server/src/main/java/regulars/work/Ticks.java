package regulars.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs every {@link Tick} from start to stop, each on a thread of its own; a failed one is logged and comes again. */
@Component
class Ticks implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Ticks.class);
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final List<Tick> ticks;
    private final Leases leases;
    private final List<Thread> threads = new ArrayList<>();
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    Ticks(List<Tick> ticks, Leases leases) {
        this.ticks = ticks;
        this.leases = leases;
    }

    @Override
    public synchronized void start() {
        stopped = new CountDownLatch(1);
        for (Tick tick : ticks) {
            threads.add(Thread.ofVirtual().name("tick " + tick.name()).start(() -> repeat(tick)));
        }
    }

    /** Waits for the ticks that run now: they are small. */
    @Override
    public synchronized void stop() {
        stopped.countDown();
        try {
            for (Thread thread : threads) thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void repeat(Tick tick) {
        try {
            while (!stopped.await(tick.every().toMillis(), TimeUnit.MILLISECONDS)) runOnce(tick);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce(Tick tick) {
        try {
            leases.whenDue("tick." + tick.name(), LEASE, tick.every(), tick::run);
        } catch (RuntimeException e) {
            LOG.error("the tick {} failed and comes again in {}", tick.name(), tick.every(), e);
        } finally {
            Thread.interrupted(); // a lost lease interrupts; the next round starts clean
        }
    }
}
