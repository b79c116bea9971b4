package regulars.work;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import schema.work.tables.records.JobRecord;
import tools.jackson.databind.json.JsonMapper;

/** Claims jobs and runs each on a thread of its own, a few at a time; stopping gives them back to the queue. */
@Component
class JobWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration TO_STOP = Duration.ofSeconds(8);

    private final UUID node = UUID.randomUUID();
    private final Map<String, JobHandler> handlers;
    private final JobStore store;
    private final JsonMapper json;
    private final Bells bells;
    private final Duration lease;
    private final int atOnce;
    private final Set<RunningJob> running = ConcurrentHashMap.newKeySet();
    private volatile boolean on;
    private volatile Thread looking = Thread.currentThread();

    JobWorker(
            List<JobHandler> handlers,
            JobStore store,
            JsonMapper json,
            Bells bells,
            @Value("${regulars.job-lease:15s}") Duration lease,
            @Value("${regulars.jobs-at-once:4}") int atOnce) {
        this.handlers = handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
        this.store = store;
        this.json = json;
        this.bells = bells;
        this.lease = lease;
        this.atOnce = atOnce;
    }

    @Override
    public synchronized void start() {
        on = true;
        looking = Thread.ofVirtual().name("jobs").start(this::look);
        Thread.ofVirtual().name("job cancels").start(this::watchCancels);
    }

    @Override
    public synchronized void stop() {
        on = false;
        bells.queued().ring();
        bells.cancelled().ring();
        long deadline = System.nanoTime() + TO_STOP.toNanos();
        try {
            looking.join(TO_STOP);
            running.forEach(RunningJob::stop);
            while (!running.isEmpty() && System.nanoTime() < deadline) {
                long heard = bells.ended().rings();
                bells.ended().await(heard, Duration.ofMillis(100));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.forEach(RunningJob::abandon);
    }

    @Override
    public boolean isRunning() {
        return on;
    }

    private void look() {
        try {
            while (on) {
                long heard = bells.queued().rings();
                claim();
                if (on) bells.queued().await(heard, LOOK_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void claim() {
        int free = atOnce - running.size();
        if (free <= 0 || handlers.isEmpty()) return;
        try {
            store.claim(node, handlers.keySet(), lease, free).forEach(this::start);
        } catch (RuntimeException e) {
            LOG.warn("jobs could not be claimed, it is tried again: {}", e.getMessage());
        }
    }

    private void start(JobRecord claimed) {
        var job = new RunningJob(claimed, store, json, lease);
        running.add(job);
        job.start(Objects.requireNonNull(handlers.get(claimed.getKind())), () -> {
            running.remove(job);
            bells.ended().ring();
            bells.queued().ring();
        });
    }

    /** A cancel on this node is heard at once; one on another node comes with the heartbeat. */
    private void watchCancels() {
        try {
            while (on) {
                long heard = bells.cancelled().rings();
                running.forEach(RunningJob::lookForCancel);
                bells.cancelled().await(heard, lease);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
