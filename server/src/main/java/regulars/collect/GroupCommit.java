package regulars.collect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import regulars.kernel.Fault;

/**
 * What requests bring at the same moment is stored in one transaction, so that the disk is waited for once for all of
 * them. The queue is bounded in events and in bytes: what does not fit is refused at once, and comes again.
 */
@Component
class GroupCommit implements SmartLifecycle {
    /** Events a transaction. */
    static final int MOST = 2_000;

    static final int MOST_WAITING = 20_000;
    private static final long MOST_WAITING_BYTES = 32L * 1024 * 1024;
    private static final int WRITERS = 2;

    /**
     * Fewer wait for a transaction that is under way: events of single requests then share one instead of halving into
     * two, each with statements and a flush of its own.
     */
    private static final int WORTH_ANOTHER = 100;

    private static final long LONGEST_SHARING_MILLIS = 20;
    private static final int AFTER_THE_SERVER = 0;

    private final EventBatch batch;
    private final StepTimes times;
    private final Deque<Parcel> waiting = new ArrayDeque<>();
    private final List<Thread> writers = new ArrayList<>();
    private int events;
    private long bytes;
    private int busy;
    private boolean running;

    GroupCommit(EventBatch batch, StepTimes times) {
        this.batch = batch;
        this.times = times;
    }

    /**
     * Events that wait together and are answered together.
     *
     * @param done completed when they are on the disk
     */
    private record Parcel(List<ReadyEvent> events, long bytes, long since, CompletableFuture<List<Taken>> done) {}

    /**
     * Queues at most {@link #MOST} events. What is completed is on the disk; what fails may be there or not.
     *
     * @throws Fault when too much waits already
     */
    synchronized CompletableFuture<List<Taken>> add(List<ReadyEvent> parcel) {
        long size = parcel.stream().mapToLong(ReadyEvent::size).sum();
        boolean full = events + parcel.size() > MOST_WAITING || bytes + size > MOST_WAITING_BYTES;
        if (!running || full && !waiting.isEmpty()) throw overloaded();
        var one = new Parcel(List.copyOf(parcel), size, System.nanoTime(), new CompletableFuture<>());
        waiting.add(one);
        events += parcel.size();
        bytes += size;
        if (waiting.size() == 1 || isTime()) notifyAll(); // the first one begins the time that others share
        return one.done();
    }

    static Fault overloaded() {
        return new Fault(
                        CollectFault.EVENTS_OVERLOADED,
                        "More events come in than can be stored right now: send these again in a second")
                .with("retryAfterSeconds", 1);
    }

    synchronized int waiting() {
        return events;
    }

    private void write() {
        for (var parcels = next(); parcels != null; parcels = next()) {
            try {
                commit(parcels);
            } finally {
                done();
            }
        }
    }

    private synchronized void done() {
        busy--;
        notifyAll();
    }

    private boolean isTime() {
        var oldest = waiting.peek();
        if (oldest == null) return false;
        return busy == 0
                || events >= WORTH_ANOTHER
                || System.nanoTime() - oldest.since() > LONGEST_SHARING_MILLIS * 1_000_000;
    }

    /** Null when there will be no more. */
    private synchronized @Nullable List<Parcel> next() {
        try {
            while (!isTime()) {
                if (!running && waiting.isEmpty()) return null;
                wait(waiting.isEmpty() ? 0 : LONGEST_SHARING_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        var taken = new ArrayList<Parcel>();
        int count = 0;
        while (!waiting.isEmpty() && count + waiting.peek().events().size() <= MOST) {
            var parcel = waiting.remove();
            count += parcel.events().size();
            bytes -= parcel.bytes();
            times.add(GateStep.WAIT, System.nanoTime() - parcel.since());
            taken.add(parcel);
        }
        events -= count;
        busy++;
        return taken;
    }

    private void commit(List<Parcel> parcels) {
        try {
            var taken =
                    store(parcels.stream().flatMap(one -> one.events().stream()).toList());
            int from = 0;
            for (Parcel one : parcels) {
                one.done()
                        .complete(List.copyOf(
                                taken.subList(from, from + one.events().size())));
                from += one.events().size();
            }
        } catch (Throwable e) {
            parcels.forEach(one -> one.done().completeExceptionally(e)); // none may wait for ever
        }
    }

    /** One that the database refuses costs itself only: it is found by halves. */
    private List<Taken> store(List<ReadyEvent> several) {
        try {
            return told(several, batch.store(several));
        } catch (RuntimeException e) {
            return switch (Refusals.of(e)) {
                case AGAIN -> told(several, batch.store(several));
                case NEVER -> halved(several, e);
                case LATER -> throw e;
            };
        }
    }

    private List<Taken> halved(List<ReadyEvent> several, RuntimeException cause) {
        if (several.size() == 1) {
            var why = "The database does not store the event: look for odd values in it";
            return List.of(Taken.refused(new Fault(CollectFault.EVENT_NOT_STORABLE, why, cause)));
        }
        int half = several.size() / 2;
        var taken = new ArrayList<>(store(several.subList(0, half)));
        taken.addAll(store(several.subList(half, several.size())));
        return taken;
    }

    private static List<Taken> told(List<ReadyEvent> several, Set<UUID> fresh) {
        var left = new HashSet<>(fresh);
        return several.stream()
                .map(event -> left.remove(event.key()) ? Taken.stored(event) : Taken.duplicate(event))
                .toList();
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 1; i <= WRITERS; i++) {
            writers.add(Thread.ofPlatform().name("events " + i).daemon().start(this::write));
        }
    }

    /** Stores what waits, for its senders wait for the answer. */
    @Override
    public void stop() {
        List<Thread> ending;
        synchronized (this) {
            running = false;
            notifyAll();
            ending = List.copyOf(writers);
            writers.clear();
        }
        try {
            for (Thread thread : ending) thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** Stops after the server, which takes no more requests then. */
    @Override
    public int getPhase() {
        return AFTER_THE_SERVER;
    }
}
