package regulars.customers;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import regulars.work.Jobs;
import schema.customers.tables.records.BulkChangeRecord;

/** One change to many customers: counted before, done as a job, taken back as another. */
@Service
public class BulkChanges {
    private static final int BATCH = 10_000;
    private static final int SHOWN = 20;

    private final BulkKinds kinds;
    private final BulkStore store;
    private final Jobs jobs;
    private final FieldRights rights;
    private final InstantSource clock;

    BulkChanges(BulkKinds kinds, BulkStore store, Jobs jobs, FieldRights rights, InstantSource clock) {
        this.rights = rights;
        this.kinds = kinds;
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A change that was begun. */
    public record Started(UUID id, UUID jobId) {}

    /**
     * Counts what the change would do; writes nothing.
     *
     * @param lost how many more were meant who are not to be found
     */
    public BulkOutlook outlook(int[] numbers, int lost, BulkChange asked) {
        requireEdited(asked.kind(), asked.key());
        var kind = kinds.of(asked.kind());
        var change = kind.settle(asked, true);
        int changing = 0;
        int same = 0;
        for (int from = 0; from < numbers.length; from += BATCH) {
            var batch = Arrays.stream(numbers, from, Math.min(from + BATCH, numbers.length))
                    .boxed()
                    .toList();
            for (boolean so : kind.alreadySo(batch, change).values()) {
                if (so) same++;
                else changing++;
            }
        }
        return new BulkOutlook(numbers.length + lost, changing, same, numbers.length + lost - changing - same);
    }

    /** Begins the change of exactly these customers. */
    @Transactional
    public Started start(int[] numbers, BulkChange asked, Actor actor) {
        if (numbers.length == 0)
            throw new Fault(
                    CustomersFault.BULK_NOBODY, "Nobody is meant: choose customers, or a filter that finds some.");
        requireEdited(asked.kind(), asked.key());
        var change = kinds.of(asked.kind()).settle(asked, false);
        var now = clock.instant();
        var id = Ids.next(now);
        store.add(id, change, numbers, actor, now);
        var job = jobs.submit(BulkJob.KIND, Map.of("changeId", id), actor);
        store.runBy(id, job);
        return new Started(id, job);
    }

    /** Begins to give back what was there before. */
    @Transactional
    Started undo(UUID id, Actor actor) {
        var row = row(id);
        var job = row.getJobId();
        if (job != null && !jobs.get(job).state().ended()) {
            throw new Fault(
                            CustomersFault.BULK_RUNNING,
                            "The change is still being made: stop it, or wait until it has ended.")
                    .at("id", id);
        }
        requireEdited(row.getKind(), row.getKey());
        if (store.reachesBeyondSight(id)) {
            throw new Fault(
                            CustomersFault.BULK_BEYOND_SIGHT,
                            "Some of the customers are somebody else's by now: ask whoever sees all of them to undo it.")
                    .at("id", id);
        }
        kinds.of(row.getKind()).settle(change(row), true);
        var undo = jobs.submit(BulkUndoJob.KIND, Map.of("changeId", id, "actor", actor.toString()), actor);
        if (!store.undoBy(id, undo)) {
            throw new Fault(CustomersFault.BULK_UNDONE, "The change was undone already: there is nothing to take back.")
                    .at("id", id);
        }
        return new Started(id, undo);
    }

    BulkView view(UUID id) {
        var row = row(id);
        rights.sight().requireSeen(BulkChange.field(row.getKind(), row.getKey()));
        return BulkStore.view(row);
    }

    /** The last of them. */
    List<BulkView> latest() {
        var sight = rights.sight();
        return store.latest(SHOWN).stream()
                .filter(view -> sight.sees(BulkChange.field(view.kind(), view.key())))
                .toList();
    }

    /** The count of a dry run would tell the values, too. */
    private void requireEdited(String kind, String key) {
        rights.sight().requireEdited(BulkChange.field(kind, key));
    }

    static BulkChange change(BulkChangeRecord row) {
        return new BulkChange(row.getKind(), row.getKey(), row.getValue(), row.getNote());
    }

    private BulkChangeRecord row(UUID id) {
        var row = store.find(id);
        if (row != null) return row;
        throw new Fault(CustomersFault.BULK_NOT_FOUND, "There is no change " + id + ": look in the list of the last.")
                .at("id", id);
    }
}
