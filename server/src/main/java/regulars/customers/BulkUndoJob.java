package regulars.customers;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import regulars.warehouse.Warehouse;
import regulars.work.JobHandler;
import regulars.work.JobRun;
import tools.jackson.databind.json.JsonMapper;

/** Gives those that a change changed what they had before, unless somebody changed them again since. */
@Component
class BulkUndoJob implements JobHandler {
    static final String KIND = "customers.bulk-undo";

    private final BulkStore store;
    private final BulkKinds kinds;
    private final Warehouse warehouse;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    BulkUndoJob(
            BulkStore store,
            BulkKinds kinds,
            Warehouse warehouse,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.store = store;
        this.kinds = kinds;
        this.warehouse = warehouse;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        var id = UUID.fromString(run.payload().path("changeId").asString());
        var row = Objects.requireNonNull(store.find(id), "change " + id);
        var kind = kinds.of(row.getKind());
        var change = BulkChanges.change(row);
        var actor = BulkJob.actor(run.payload().path("actor").asString());
        var state = run.state();
        int after = state == null ? 0 : state.path("after").asInt();
        long done = row.getRestored() + row.getChangedSince();
        while (true) {
            run.checkpoint();
            var items = store.items(id, after, BulkJob.BATCH);
            if (items.isEmpty()) break;
            int last = items.getLast().customer();
            transaction.executeWithoutResult(status -> {
                int restored = kind.restore(items, change, actor).size();
                store.keepUndone(id, restored, items.size() - restored);
                run.save(JsonMapper.shared().valueToTree(Map.of("after", last)));
            });
            after = last;
            done += items.size();
            run.progress(done, row.getAltered());
        }
        store.undone(id, clock.instant());
        warehouse.catchUp(BulkJob.MIRROR_WAIT);
        run.result(JsonMapper.shared().valueToTree(Map.of("changeId", id)));
    }
}
