package regulars.sources;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import regulars.commerce.OrderPartUndo;
import regulars.commerce.OrderUndo;
import regulars.consent.ConsentUndo;
import regulars.customers.CustomerUndo;
import regulars.kernel.Actor;
import regulars.sources.ImportUndo.UndoneProducts;
import regulars.sources.ImportUndo.UndoneStops;
import regulars.sources.UndoTally.Undone;
import regulars.work.JobHandler;
import regulars.work.JobRun;
import schema.sources.tables.records.ImportRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * Undoes an import, its files in the opposite order, batch by batch; what is taken back is marked, so that a killed run
 * goes on with the rest. A trial is one transaction that is rolled back.
 */
@Component
class UndoJob implements JobHandler {
    static final String KIND = "sources.undo";
    private static final int BATCH = 2000;
    private static final int NAMED = 50;

    private final RunStore runs;
    private final ImportStore imports;
    private final TrailStore trails;
    private final CustomerUndo customers;
    private final OrderUndo orders;
    private final OrderPartUndo parts;
    private final ConsentUndo consents;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;
    private final InstantSource clock;
    private final Shown shown;

    UndoJob(
            ImportStores stores,
            UndoRooms rooms,
            PlatformTransactionManager transactions,
            InstantSource clock,
            Shown shown) {
        this.runs = stores.runs();
        this.imports = stores.imports();
        this.trails = stores.trails();
        this.customers = rooms.customers();
        this.orders = rooms.orders();
        this.parts = rooms.parts();
        this.consents = rooms.consents();
        this.transaction = new TransactionTemplate(transactions);
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.shown = shown;
    }

    /** The job's payload. */
    record Work(UUID importId, boolean dryRun, String actor) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun job) {
        var work = JsonMapper.shared().treeToValue(job.payload(), Work.class);
        var id = work.importId();
        var files = imports.files(id).reversed();
        if (work.dryRun()) {
            var tried = transaction.execute(status -> {
                status.setRollbackOnly();
                return undo(job, files, work, false);
            });
            runs.undo(id, Objects.requireNonNull(tried));
        } else {
            runs.undo(id, undo(job, files, work, true));
            shown.await();
        }
        job.result(JsonMapper.shared().valueToTree(Map.of("importId", id)));
    }

    private ImportUndo undo(JobRun job, List<ImportRecord> files, Work work, boolean inParts) {
        var tally = new UndoTally(inParts ? job.state() : null);
        var actor = ImportPlans.actor(work.actor());
        for (ImportRecord file : files) undo(job, file, tally, actor, inParts);
        var ids = files.stream().map(ImportRecord::getId).toList();
        return new ImportUndo(
                job.id(),
                work.dryRun(),
                work.dryRun() ? null : clock.instant(),
                work.actor(),
                tally.get(Undone.CUSTOMERS_REMOVED),
                tally.changed.getLongCardinality(),
                tally.get(Undone.ORDERS_REMOVED),
                tally.get(Undone.ORDERS_CHANGED),
                orders.kept(ids),
                tally.get(Undone.CONSENTS),
                tally.get(Undone.LINES),
                tally.get(Undone.PAYMENTS),
                new UndoneProducts(
                        tally.get(Undone.PRODUCTS_REMOVED),
                        tally.get(Undone.PRODUCTS_CHANGED),
                        tally.get(Undone.PRODUCTS_KEPT)),
                new UndoneStops(tally.get(Undone.STOPS_LIFTED), tally.get(Undone.STOPS_KEPT)),
                customers.named(some(tally.changed)),
                orders.named(ids, NAMED));
    }

    private void undo(JobRun job, ImportRecord file, UndoTally tally, Actor actor, boolean inParts) {
        part(inParts, job, tally, () -> {
            consents.begin(file.getId());
            trails.forgetSource(file);
        });
        boolean more = true;
        while (more) {
            job.checkpoint();
            var left = new boolean[1];
            part(inParts, job, tally, () -> left[0] = next(file, tally, actor));
            more = left[0];
            aside.executeWithoutResult(status -> job.progress(tally.all(), 0));
        }
    }

    private void part(boolean own, JobRun job, UndoTally tally, Runnable work) {
        if (!own) {
            work.run();
            return;
        }
        transaction.executeWithoutResult(status -> {
            work.run();
            job.save(tally.state());
        });
    }

    private boolean next(ImportRecord file, UndoTally tally, Actor actor) {
        var id = file.getId();
        return switch (ImportKind.of(file.getKind())) {
            case CUSTOMERS, ORDERS -> people(id, tally, actor);
            case LINES, PAYMENTS, PRODUCTS -> parts(id, tally);
            case SUPPRESSIONS -> stops(id, tally);
        };
    }

    private boolean parts(UUID id, UndoTally tally) {
        var taken = parts.takeBack(id, BATCH);
        tally.add(Undone.ORDERS_CHANGED, taken.orders());
        tally.add(Undone.LINES, taken.lines());
        tally.add(Undone.PAYMENTS, taken.payments());
        tally.add(Undone.PRODUCTS_REMOVED, taken.productsRemoved());
        tally.add(Undone.PRODUCTS_CHANGED, taken.productsChanged());
        tally.add(Undone.PRODUCTS_KEPT, taken.productsKept());
        return taken.things() > 0;
    }

    /** Only this list has asked for these. What a person asked for themselves is kept elsewhere and stays. */
    private boolean stops(UUID id, UndoTally tally) {
        int lifted = consents.liftStops(id, BATCH);
        tally.add(Undone.STOPS_LIFTED, lifted);
        if (lifted == 0) tally.add(Undone.STOPS_KEPT, consents.keptStops(id));
        return lifted > 0;
    }

    /** Orders first, so that buyers of whom nothing else is known can go with them. */
    private boolean people(UUID id, UndoTally tally, Actor actor) {
        var buyers = orders.takeBack(id, BATCH);
        tally.add(Undone.ORDERS_REMOVED, buyers.size());
        if (!buyers.isEmpty() || parts(id, tally)) return true;
        var taken = customers.takeBack(id, BATCH);
        if (taken.records() == 0) return false;
        tally.add(Undone.CONSENTS, consents.takeBack(id, taken.subjects()));
        var unknown = unknown(taken.customers());
        customers.remove(unknown, actor);
        var rest = new ArrayList<>(taken.customers());
        rest.removeAll(unknown);
        customers.refresh(rest);
        customers.unlink(silent(taken.subjects()), actor);
        tally.add(Undone.CUSTOMERS_REMOVED, unknown.size());
        unknown.forEach(tally.changed::remove);
        rest.forEach(tally.changed::add);
        return true;
    }

    /** Of whom no record, no order and no word of their own is left. */
    private Set<Integer> unknown(Collection<Integer> numbers) {
        var unknown = new HashSet<>(customers.unsaid(numbers));
        var owners = customers.subjects(unknown);
        for (Long subject : orders.buyers(owners.keySet())) unknown.remove(owners.get(subject));
        for (Long subject : consents.speakers(owners.keySet())) unknown.remove(owners.get(subject));
        return unknown;
    }

    /** Subjects that only this import has spoken of. */
    private Set<Long> silent(Collection<Long> subjects) {
        var silent = new HashSet<>(customers.silent(subjects));
        silent.removeAll(orders.buyers(silent));
        silent.removeAll(consents.speakers(silent));
        return silent;
    }

    private static List<Integer> some(RoaringBitmap numbers) {
        var some = new ArrayList<Integer>();
        for (int number : numbers) {
            if (some.size() == NAMED) break;
            some.add(number);
        }
        return some;
    }
}
