package regulars.channels;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The senders of this node: as many workers as the settings name connections, and the heartbeat that keeps them alive. */
class Sender implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final SenderParts parts;
    private final Node node;
    private final SenderSignal signal;
    private final List<Slot> slots = new ArrayList<>();
    private CountDownLatch stopping = new CountDownLatch(1);
    private Thread heart = new Thread();
    private volatile int connections;
    private volatile boolean running;

    private record Slot(SendWorker worker, Thread thread) {}

    Sender(SenderParts parts, Node node, SenderSignal signal) {
        this.parts = parts;
        this.node = node;
        this.signal = signal;
    }

    @Override
    public synchronized void start() {
        stopping = new CountDownLatch(1);
        running = true;
        // A thread of the machine: no crowd of virtual ones can keep it from beating in time.
        heart = Thread.ofPlatform().daemon().name("sender-heart").start(this::beat);
    }

    private void beat() {
        boolean ended = false;
        while (!ended) {
            try {
                if (node.renew()) parts.rota().recover();
                adjust(parts.settings().current().connections());
            } catch (RuntimeException e) {
                log.warn("The sender's heartbeat missed: {}", e.toString());
            }
            for (var slot : slots) slot.worker().closeIfStuck();
            try {
                ended = stopping.await(parts.timing().heartbeat().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void adjust(int wanted) {
        connections = wanted;
        slots.removeIf(slot -> !slot.thread().isAlive());
        while (running && slots.size() < wanted) {
            int index = slots.size();
            // The first one looks for work; it wakes the others when there is some.
            var look =
                    index == 0 ? parts.timing().look() : parts.timing().look().multipliedBy(20);
            var worker = new SendWorker(parts, node, signal, look, () -> running && index < connections);
            slots.add(
                    new Slot(worker, Thread.ofVirtual().name("sender-" + index).start(worker)));
        }
    }

    /** What is on the wire finishes; the rest of the batches goes back into the queue. */
    @Override
    public synchronized void stop() {
        if (!running) return;
        running = false;
        stopping.countDown();
        signal.wake();
        try {
            heart.join(STOP_WITHIN);
            boolean ended = true;
            for (var slot : slots) ended &= slot.thread().join(STOP_WITHIN.dividedBy(2));
            if (ended) node.leave();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.info("The sender's lease runs out by itself: {}", e.toString());
        } finally {
            slots.clear();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
