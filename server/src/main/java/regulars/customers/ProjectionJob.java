package regulars.customers;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import regulars.warehouse.Warehouse;
import regulars.work.JobHandler;
import regulars.work.JobRun;
import tools.jackson.databind.json.JsonMapper;

/** Shows everybody by the rules of today. */
@Component
class ProjectionJob implements JobHandler {
    static final String KIND = "customers.projection";
    private static final int BATCH = 2000;
    private static final Duration MIRROR_WAIT = Duration.ofSeconds(10);

    private final ProjectionStore store;
    private final RecordStore records;
    private final Warehouse warehouse;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    ProjectionJob(
            ProjectionStore store,
            RecordStore records,
            Warehouse warehouse,
            TransactionOperations transactions,
            InstantSource clock) {
        this.store = store;
        this.records = records;
        this.warehouse = warehouse;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        var state = run.state();
        int reached = state == null ? 0 : state.path("reached").asInt();
        int done = state == null ? 0 : state.path("done").asInt();
        while (true) {
            run.checkpoint();
            var numbers = store.after(reached, BATCH);
            if (numbers.isEmpty()) break;
            reached = numbers.getLast();
            done += numbers.size();
            var kept = JsonMapper.shared()
                    .<tools.jackson.databind.JsonNode>valueToTree(Map.of("reached", reached, "done", done));
            transactions.executeWithoutResult(status -> {
                records.oneWriterAtATime();
                store.refresh(numbers, clock.instant());
                run.save(kept);
            });
            run.progress(done, done);
        }
        warehouse.catchUp(MIRROR_WAIT);
        run.result(JsonMapper.shared().valueToTree(Map.of("customers", done)));
    }
}
