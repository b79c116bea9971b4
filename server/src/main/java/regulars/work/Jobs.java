package regulars.work;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import regulars.kernel.Sight;
import regulars.work.JobStore.JobRow;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Long work that outlives a crash of the process that does it. Safe for use by several threads. */
@Service
public class Jobs {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final JobStore store;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Bells bells;

    Jobs(JobStore store, JsonMapper json, InstantSource clock, Bells bells) {
        this.store = store;
        this.json = json;
        this.clock = clock;
        this.bells = bells;
    }

    /** Queues a job; in a transaction it exists, and starts, from the commit on. */
    public UUID submit(String kind, Object payload, Actor actor) {
        var id = Ids.next(clock.instant());
        store.add(id, kind, JSONB.valueOf(json.writeValueAsString(payload)), actor.toString());
        afterCommit(bells.queued()::ring);
        return id;
    }

    public JobView get(UUID id) {
        return store.find(id).map(this::view).orElseThrow(() -> unknown(id));
    }

    /** As {@link #get(UUID)}, of those that somebody in sight began. */
    JobView get(UUID id, Sight sight) {
        return store.find(id, sight).map(this::view).orElseThrow(() -> unknown(id));
    }

    /** Newest first, of those that somebody in sight began. */
    List<JobView> latest(Sight sight, @Nullable UUID after, int limit) {
        return store.page(sight, after, limit).stream().map(this::view).toList();
    }

    /** Asks the job to stop; one that has ended stays as it is. */
    public void cancel(UUID id) {
        if (store.find(id).isEmpty()) throw unknown(id);
        store.cancel(id);
        afterCommit(() -> {
            bells.cancelled().ring();
            bells.ended().ring();
        });
    }

    /** Blocks until the job ended; for tests and commands. */
    public JobView await(UUID id, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            long heard = bells.ended().rings();
            var view = get(id);
            if (view.state().ended()) return view;
            if (System.nanoTime() > deadline) {
                throw new Fault(
                        WorkFault.JOB_NOT_ENDED,
                        "The job " + id + " (" + view.kind() + ") has not ended within " + atMost.toSeconds() + " s");
            }
            pause(heard);
        }
    }

    private void pause(long heard) {
        try {
            bells.ended().await(heard, LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobCancelled("interrupted while waiting for a job");
        }
    }

    private JobView view(JobRow row) {
        var job = row.job();
        var seconds = row.seconds();
        return new JobView(
                job.getId(),
                job.getKind(),
                JobState.of(job.getState()),
                job.getDone(),
                job.getTotal(),
                seconds == null ? null : job.getDone() / Math.max(seconds, 0.001),
                job.getCreatedAt(),
                job.getStartedAt(),
                job.getFinishedAt(),
                tree(job.getResult()),
                problem(job.getProblem()));
    }

    private @Nullable JsonNode tree(@Nullable JSONB stored) {
        return stored == null ? null : json.readTree(stored.data());
    }

    private @Nullable JobProblem problem(@Nullable JSONB stored) {
        if (stored == null) return null;
        var node = json.readTree(stored.data());
        var params = json.convertValue(node.path("params"), new TypeReference<Map<String, Object>>() {});
        return new JobProblem(node.path("code").asString(), node.path("detail").asString(), params);
    }

    private static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    private static Fault unknown(UUID id) {
        return new Fault(WorkFault.JOB_NOT_FOUND, "There is no job " + id + ": look in the list of jobs").at("id", id);
    }
}
