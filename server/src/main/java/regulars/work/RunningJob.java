package regulars.work;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import regulars.kernel.Fault;
import schema.work.tables.records.JobRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of a claimed job, from claim to its end or to its being given back. */
final class RunningJob implements JobRun {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
    private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    /** A job that took its process down this often is given up. */
    private static final int MOST_CLAIMS = 20;

    private final JobRecord claimed;
    private final JobStore store;
    private final JsonMapper json;
    private final Duration lease;
    private volatile boolean cancelled;
    private volatile boolean stopping;
    private volatile boolean lost;
    private volatile @Nullable Thread thread;
    private @Nullable JsonNode result;
    private long done;
    private long total;
    private long written;

    RunningJob(JobRecord claimed, JobStore store, JsonMapper json, Duration lease) {
        this.claimed = claimed;
        this.store = store;
        this.json = json;
        this.lease = lease;
        this.cancelled = claimed.getCancelRequested();
        this.done = claimed.getDone();
        this.total = claimed.getTotal();
        this.written = System.nanoTime() - PROGRESS_NANOS;
    }

    void start(JobHandler handler, Runnable after) {
        thread = Thread.ofVirtual()
                .name("job " + claimed.getKind() + " " + id())
                .start(() -> {
                    try (var heartbeat = new Heartbeat("job " + id(), lease, this::extend, this::lose)) {
                        run(handler);
                    } catch (RuntimeException e) {
                        LOG.error(
                                "the end of job {} could not be written; its lease runs out and it is run again",
                                id(),
                                e);
                    } finally {
                        after.run();
                    }
                });
    }

    private void run(JobHandler handler) {
        if (claimed.getFence() > MOST_CLAIMS) {
            fail(WorkFault.JOB_CRASHING.name(), "The process ended each time it ran this job: see the log", Map.of());
            return;
        }
        try {
            checkpoint();
            handler.run(this);
            store.progress(id(), fence(), done, total);
            store.end(id(), fence(), JobState.DONE, result == null ? null : stored(result), null);
        } catch (JobCancelled e) {
            stopped();
        } catch (Fault fault) {
            fail(fault.code().name(), String.valueOf(fault.getMessage()), fault.params());
        } catch (Exception | LinkageError | StackOverflowError e) {
            broken(e);
        }
    }

    private void stopped() {
        if (lost) return;
        store.progress(id(), fence(), done, total);
        if (cancelled) store.end(id(), fence(), JobState.CANCELLED, null, null);
        else store.giveBack(id(), fence());
    }

    private void broken(Throwable thrown) {
        if (lost || stopping) {
            LOG.info("job {} was interrupted and goes on elsewhere", id());
            if (!lost) store.giveBack(id(), fence());
            return;
        }
        LOG.error("job {} ({}) broke", id(), claimed.getKind(), thrown);
        fail(
                WorkFault.JOB_BROKEN.name(),
                "Something unexpected stopped the job: the log has the cause under " + id(),
                Map.of("id", id().toString()));
    }

    private void fail(String code, String detail, Map<String, Object> params) {
        var problem = new JobProblem(code, detail, params);
        store.progress(id(), fence(), done, total);
        store.end(id(), fence(), JobState.FAILED, null, JSONB.valueOf(json.writeValueAsString(problem)));
    }

    void stop() {
        stopping = true;
    }

    /** The node cannot wait longer: the handler is interrupted, its lease runs out and another node goes on. */
    void abandon() {
        var running = thread;
        if (running != null) running.interrupt();
    }

    void lookForCancel() {
        store.find(id()).ifPresent(row -> cancelled |= row.job().getCancelRequested());
    }

    private boolean extend() {
        var asked = store.extend(id(), fence(), lease);
        asked.ifPresent(stop -> cancelled |= stop);
        return asked.isPresent();
    }

    private void lose() {
        lost = true;
        LOG.warn("the lease of job {} was lost, another node may run it", id());
    }

    @Override
    public UUID id() {
        return claimed.getId();
    }

    private long fence() {
        return claimed.getFence();
    }

    @Override
    public JsonNode payload() {
        return json.readTree(claimed.getPayload().data());
    }

    @Override
    public void progress(long done, long total) {
        this.done = done;
        this.total = total;
        long now = System.nanoTime();
        if (now - written < PROGRESS_NANOS) return;
        written = now;
        store.progress(id(), fence(), done, total);
    }

    @Override
    public void checkpoint() {
        if (lost) throw new JobCancelled("another node may have taken the job " + id());
        if (cancelled) throw new JobCancelled("somebody cancelled the job " + id());
        if (stopping) throw new JobCancelled("the node stops; the job " + id() + " goes on later");
    }

    @Override
    public void result(JsonNode result) {
        this.result = result;
    }

    @Override
    public @Nullable JsonNode state() {
        var saved = claimed.getSaved();
        return saved == null ? null : json.readTree(saved.data());
    }

    @Override
    public void save(JsonNode state) {
        if (store.save(id(), fence(), stored(state))) return;
        lost = true;
        throw new JobCancelled("another node has taken the job " + id());
    }

    private JSONB stored(JsonNode node) {
        return JSONB.valueOf(json.writeValueAsString(node));
    }
}
