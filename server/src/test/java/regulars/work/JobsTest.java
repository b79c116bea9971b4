package regulars.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.TestPostgres;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import tools.jackson.databind.json.JsonMapper;

class JobsTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private static final Duration LEASE = Duration.ofMillis(900);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JobStore store = new JobStore(POSTGRES.dsl());
    private final Bells bells = new Bells();
    private final Jobs jobs = new Jobs(store, JSON, InstantSource.system(), bells);
    private final String kind = "kind-" + UUID.randomUUID();
    private final List<JobWorker> workers = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        workers.forEach(JobWorker::stop);
    }

    @Test
    void runsAJobAndKeepsItsResult() {
        worker(run -> {
            run.progress(3, 3);
            run.result(
                    JSON.valueToTree(Map.of("read", run.payload().path("rows").asInt())));
        });

        var ended = jobs.await(jobs.submit(kind, Map.of("rows", 7), Actor.SYSTEM), LONG);

        assertThat(ended.state()).isEqualTo(JobState.DONE);
        assertThat(ended.done()).isEqualTo(3);
        assertThat(ended.result()).isEqualTo(JSON.valueToTree(Map.of("read", 7)));
        assertThat(ended.finishedAt()).isNotNull();
    }

    @Test
    void tellsAFaultAsTheProblemOfTheJob() {
        worker(run -> {
            throw new Fault(WorkFault.JOB_NOT_FOUND, "the file is gone: send it again").with("name", "orders.csv");
        });

        var ended = jobs.await(jobs.submit(kind, Map.of(), Actor.SYSTEM), LONG);

        assertThat(ended.state()).isEqualTo(JobState.FAILED);
        assertThat(ended.problem())
                .isEqualTo(new JobProblem(
                        "JOB_NOT_FOUND", "the file is gone: send it again", Map.of("name", "orders.csv")));
    }

    @Test
    void tellsNothingInternalOfAnUnexpectedEnd() {
        worker(run -> {
            throw new IllegalStateException("secret inside");
        });

        var ended = jobs.await(jobs.submit(kind, Map.of(), Actor.SYSTEM), LONG);

        assertThat(ended.problem()).extracting(JobProblem::code).isEqualTo("JOB_BROKEN");
        assertThat(ended.toString()).doesNotContain("secret");
    }

    @Test
    void stopsAtACheckpointWhenCancelled() throws Exception {
        var started = new CountDownLatch(1);
        worker(run -> {
            started.countDown();
            untilStopped(run);
        });
        var id = jobs.submit(kind, Map.of(), Actor.SYSTEM);
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();

        jobs.cancel(id);

        assertThat(jobs.await(id, LONG).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void cancelsAWaitingJobAtOnceAndLeavesAnEndedOneAlone() {
        var waiting = jobs.submit(kind, Map.of(), Actor.SYSTEM);
        jobs.cancel(waiting);
        assertThat(jobs.get(waiting).state()).isEqualTo(JobState.CANCELLED);

        worker(run -> {});
        var done = jobs.await(jobs.submit(kind, Map.of(), Actor.SYSTEM), LONG).id();
        jobs.cancel(done);
        assertThat(jobs.get(done).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void goesOnFromTheSavedStateWhenANodeStops() throws Exception {
        var saved = new CountDownLatch(1);
        var resumedFrom = new AtomicInteger();
        JobBody body = run -> {
            if (run.state() != null) {
                resumedFrom.set(run.state().path("row").asInt());
                return;
            }
            run.save(JSON.valueToTree(Map.of("row", 40)));
            saved.countDown();
            untilStopped(run);
        };
        var first = worker(body);
        var id = jobs.submit(kind, Map.of(), Actor.SYSTEM);
        assertThat(saved.await(20, TimeUnit.SECONDS)).isTrue();

        first.stop();
        assertThat(jobs.get(id).state()).isEqualTo(JobState.QUEUED);
        worker(body);

        assertThat(jobs.await(id, LONG).state()).isEqualTo(JobState.DONE);
        assertThat(resumedFrom).hasValue(40);
    }

    @Test
    void takesOverTheJobOfADeadNodeAndKeepsItsLateWritesOut() {
        var id = jobs.submit(kind, Map.of(), Actor.SYSTEM);
        var dead = store.claim(UUID.randomUUID(), List.of(kind), LEASE, 1).getFirst();

        worker(run -> {});
        assertThat(jobs.await(id, LONG).state()).isEqualTo(JobState.DONE);

        assertThat(store.save(id, dead.getFence(), org.jooq.JSONB.valueOf("{}")))
                .isFalse();
        assertThat(store.extend(id, dead.getFence(), LEASE)).isEmpty();
        store.end(id, dead.getFence(), JobState.FAILED, null, null);
        assertThat(jobs.get(id).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void keepsALongJobWithTheNodeThatRunsIt() throws Exception {
        var runs = new AtomicInteger();
        var leaseOver = new CountDownLatch(1);
        JobBody body = run -> {
            runs.incrementAndGet();
            leaseOver.await(LEASE.multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS);
        };
        worker(body);
        worker(body);

        jobs.await(jobs.submit(kind, Map.of(), Actor.SYSTEM), LONG);

        assertThat(runs).hasValue(1);
    }

    @Test
    void runsEachOfManyJobsOnceOnTwoNodes() {
        var runs = new CopyOnWriteArrayList<UUID>();
        JobBody body = run -> runs.add(run.id());
        worker(body);
        worker(body);

        var ids = java.util.stream.IntStream.range(0, 40)
                .mapToObj(any -> jobs.submit(kind, Map.of(), Actor.SYSTEM))
                .toList();
        ids.forEach(id -> jobs.await(id, LONG));

        assertThat(runs).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void givesUpAJobThatTakesItsProcessDownEachTime() {
        var id = jobs.submit(kind, Map.of(), Actor.SYSTEM);
        for (int crash = 0; crash < 20; crash++) {
            var claimed = store.claim(UUID.randomUUID(), List.of(kind), Duration.ofMillis(-1), 1);
            assertThat(claimed).hasSize(1);
        }

        worker(run -> {});

        var ended = jobs.await(id, LONG);
        assertThat(ended.problem()).extracting(JobProblem::code).isEqualTo("JOB_CRASHING");
    }

    private JobWorker worker(JobBody body) {
        var handler = new JobHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void run(JobRun run) throws Exception {
                body.run(run);
            }
        };
        var worker = new JobWorker(List.of(handler), store, JSON, bells, LEASE, 4);
        worker.start();
        workers.add(worker);
        return worker;
    }

    private static void untilStopped(JobRun run) throws InterruptedException {
        var never = new CountDownLatch(1);
        while (true) {
            run.checkpoint();
            never.await(5, TimeUnit.MILLISECONDS);
        }
    }

    private interface JobBody {
        void run(JobRun run) throws Exception;
    }
}
