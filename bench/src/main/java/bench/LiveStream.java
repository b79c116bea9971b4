package bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import regulars.collect.Events;
import regulars.collect.NewEvent;
import regulars.segments.Segments;

/**
 * Events at an even pace through the product's one gate, and among them probes: from the gate's answer until the
 * membership shows the person. There is no collecting over HTTP yet, so the gate is asked as its own rooms ask it.
 */
final class LiveStream {
    private static final int BATCHES_A_SECOND = 100;
    private static final int PROBE_EVERY = 10;
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final List<String> TYPES = List.of("visit", "view", "view", "search", "cart", "click", "letter");

    private final Events events;
    private final Segments segments;
    private final UUID probed;
    private final int customers;
    private final AtomicLong probes;
    private final Random random = new Random(11);

    /** @param probes the number of the last customer who was a probe: each is one once */
    LiveStream(Events events, Segments segments, UUID probed, int customers, AtomicLong probes) {
        this.events = events;
        this.segments = segments;
        this.probed = probed;
        this.customers = customers;
        this.probes = probes;
    }

    /** Seconds from accepted to visible of each probe. */
    List<Double> run(int perSecond, int seconds) throws InterruptedException {
        Map<Integer, Long> waiting = new ConcurrentHashMap<>();
        List<Double> took = new ArrayList<>();
        var watcher = Thread.ofPlatform().unstarted(() -> watch(waiting, took));
        var sender = Thread.ofPlatform().start(() -> send(perSecond, seconds, waiting));
        watcher.start();
        sender.join();
        long deadline = System.nanoTime() + LONGEST_NANOS;
        while (!waiting.isEmpty() && System.nanoTime() < deadline) LockSupport.parkNanos(10_000_000);
        watcher.interrupt();
        watcher.join();
        if (!waiting.isEmpty()) throw new IllegalStateException(waiting.size() + " probes never became members");
        return took;
    }

    private void send(int perSecond, int seconds, Map<Integer, Long> waiting) {
        long began = System.nanoTime();
        for (int batch = 0; batch < seconds * BATCHES_A_SECOND; batch++) {
            long due = began + batch * (1_000_000_000L / BATCHES_A_SECOND);
            LockSupport.parkNanos(due - System.nanoTime());
            var sent = batch(perSecond / BATCHES_A_SECOND);
            boolean probe = batch % PROBE_EVERY == 0;
            int person = probe ? Math.toIntExact(probes.incrementAndGet()) : 0;
            if (probe) sent.set(0, event("probe", person));
            events.recordAll(sent);
            if (probe) waiting.put(person, System.nanoTime());
        }
    }

    /** As fast as the gate takes them, in hundreds. */
    long closedLoop(int threads, int seconds) throws InterruptedException {
        var count = new AtomicLong();
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(Thread.ofPlatform().start(() -> {
                while (System.nanoTime() < until) count.addAndGet(events.recordAll(batch(100)));
            }));
        }
        for (var thread : all) thread.join();
        return count.get() / seconds;
    }

    private synchronized List<NewEvent> batch(int size) {
        List<NewEvent> batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int person = 1 + (int) (customers * Math.pow(random.nextDouble(), 1.8)) * 7919 % customers;
            batch.add(event(TYPES.get(random.nextInt(TYPES.size())), Math.abs(person)));
        }
        return batch;
    }

    private NewEvent event(String type, int person) {
        return new NewEvent(
                UUID.randomUUID().toString(),
                "bench",
                type,
                Instant.now(),
                Math.max(1, person),
                Map.of("price", person % 100, "shelf", "shelf " + person % 20));
    }

    private void watch(Map<Integer, Long> waiting, List<Double> took) {
        while (!Thread.currentThread().isInterrupted()) {
            var members = segments.members(probed);
            long now = System.nanoTime();
            waiting.forEach((person, accepted) -> {
                if (!members.contains(person)) return;
                took.add((now - accepted) / 1e9);
                waiting.remove(person);
            });
            LockSupport.parkNanos(10_000_000);
        }
    }
}
