package regulars.customers;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import regulars.kernel.Actor;
import regulars.warehouse.Warehouse;
import regulars.work.JobHandler;
import regulars.work.JobRun;
import schema.customers.tables.records.BulkChangeRecord;
import tools.jackson.databind.json.JsonMapper;

/** Makes a change batch by batch, each one transaction with its counts and the place reached. */
@Component
class BulkJob implements JobHandler {
    static final String KIND = "customers.bulk-change";
    static final int BATCH = 500;
    static final Duration MIRROR_WAIT = Duration.ofSeconds(10);

    private final BulkStore store;
    private final BulkKinds kinds;
    private final Warehouse warehouse;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    BulkJob(
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
        var numbers = BulkStore.numbers(row.getMembers());
        var state = run.state();
        for (int from = state == null ? 0 : state.path("next").asInt(); from < numbers.length; from += BATCH) {
            run.checkpoint();
            int next = Math.min(from + BATCH, numbers.length);
            var batch = Arrays.stream(numbers, from, next).boxed().toList();
            transaction.executeWithoutResult(status -> {
                change(row, batch);
                run.save(JsonMapper.shared().valueToTree(Map.of("next", next)));
            });
            run.progress(next, numbers.length);
        }
        store.end(id, clock.instant());
        warehouse.catchUp(MIRROR_WAIT);
        run.result(JsonMapper.shared().valueToTree(Map.of("changeId", id)));
    }

    private void change(BulkChangeRecord row, List<Integer> batch) {
        var kind = kinds.of(row.getKind());
        var change = BulkChanges.change(row);
        var already = kind.alreadySo(batch, change);
        var changing = batch.stream()
                .filter(number -> Boolean.FALSE.equals(already.get(number)))
                .toList();
        var changed = changing.isEmpty() ? List.<BulkItem>of() : kind.apply(changing, change, actor(row.getActor()));
        store.keep(row.getId(), changed, already.size() - changing.size(), batch.size() - already.size());
    }

    /** Who asked for it, as they are kept. */
    static Actor actor(String kept) {
        var parts = kept.split(":", 2);
        return new Actor(parts[0], parts[parts.length - 1]);
    }
}
