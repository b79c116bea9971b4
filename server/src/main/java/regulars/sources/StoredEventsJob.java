package regulars.sources;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import regulars.collect.StoredEvents;
import regulars.warehouse.Warehouse;
import regulars.work.JobHandler;
import regulars.work.JobRun;
import tools.jackson.databind.json.JsonMapper;

/** Deletes stored events or tells them again, some at a time, each time in one transaction with the place reached. */
@Component
class StoredEventsJob implements JobHandler {
    static final String KIND = "sources.stored-events";
    static final int AT_ONCE = 2_000;
    private static final Duration MIRROR_WAIT = Duration.ofSeconds(30);

    private final StoredEvents events;
    private final StoredEventsStore store;
    private final Warehouse warehouse;
    private final TransactionOperations transactions;

    StoredEventsJob(
            StoredEvents events, StoredEventsStore store, Warehouse warehouse, TransactionOperations transactions) {
        this.events = events;
        this.store = store;
        this.warehouse = warehouse;
        this.transactions = transactions;
    }

    /** What is done to them. */
    enum Action {
        DELETE,
        REPLAY
    }

    record Order(Action action, StoredEventsQuestion question) {}

    /** How far it came. */
    private record Reached(long after, long done, long total) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        var json = JsonMapper.shared();
        var order = json.treeToValue(run.payload(), Order.class);
        var which = store.condition(order.question());
        var state = run.state();
        var reached = state == null ? new Reached(0, 0, store.countOf(which)) : json.treeToValue(state, Reached.class);
        for (var some = store.next(which, reached.after(), AT_ONCE);
                !some.isEmpty();
                some = store.next(which, reached.after(), AT_ONCE)) {
            run.checkpoint();
            reached = step(run, order.action(), some, reached);
            run.progress(reached.done(), reached.total());
        }
        if (order.action() == Action.DELETE) {
            events.dropEmptyMonths();
            warehouse.catchUp(MIRROR_WAIT);
        }
        run.result(json.valueToTree(Map.of("events", reached.done())));
    }

    private Reached step(JobRun run, Action action, List<Long> some, Reached before) {
        return Objects.requireNonNull(transactions.execute(status -> {
            int done = switch (action) {
                case DELETE -> events.delete(some);
                case REPLAY -> events.tellAgain(some);
            };
            var reached = new Reached(some.getLast(), before.done() + done, before.total());
            run.save(JsonMapper.shared().valueToTree(reached));
            return reached;
        }));
    }
}
