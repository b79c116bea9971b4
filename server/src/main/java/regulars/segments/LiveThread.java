package regulars.segments;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import regulars.kernel.Fault;
import regulars.warehouse.MirrorAdvanced;
import regulars.work.Leases;

/** The one thread, of all nodes, that makes the steps of {@link LiveSegments}: at each advance of its mirror. */
@Component
class LiveThread implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveThread.class);
    private static final String LEASE = "segments.live";
    private static final Duration LEASE_TIME = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** So many changed people at once are those of a machine under load. */
    private static final int CROWD = 5000;

    /** So many times as long as such a step the engine rests after it. */
    private static final int BREATHS = 2;

    private static final Duration LONGEST_REST = Duration.ofSeconds(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final LiveSegments live;
    private final SelfChecks checks;
    private final Leases leases;
    private final Semaphore bell = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean running;

    LiveThread(LiveSegments live, SelfChecks checks, Leases leases) {
        this.live = live;
        this.checks = checks;
        this.leases = leases;
    }

    @EventListener
    void mirrorAdvanced(MirrorAdvanced advanced) {
        bell.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("segments-live").daemon().start(this::run);
    }

    /** Waits for the step that is under way. */
    @Override
    public synchronized void stop() {
        running = false;
        bell.release();
        try {
            if (thread != null) thread.join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                leases.whileHeld(LEASE, LEASE_TIME, this::lead);
            } catch (RuntimeException e) {
                LOG.error("the live engine failed and begins again", e);
            }
            Thread.interrupted(); // a lost lease interrupts; whoever gets it next begins anew
            await();
        }
    }

    private void lead() {
        live.begin();
        while (running && !Thread.currentThread().isInterrupted()) {
            if (!step()) await();
        }
    }

    private boolean step() {
        try {
            long before = live.figures().evaluated();
            long began = System.nanoTime();
            boolean more = live.step();
            if (live.figures().evaluated() - before >= CROWD) rest(System.nanoTime() - began);
            if (!more && checks.waiting()) live.check().ifPresent(checks::done);
            return more;
        } catch (Fault notReady) {
            LOG.debug("The mirror is not ready", notReady);
            return false;
        }
    }

    /** Most of the time is left to those who send, and more people share the next step. */
    private static void rest(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(Math.min(BREATHS * nanos, LONGEST_REST.toNanos())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() {
        try {
            if (bell.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) bell.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
