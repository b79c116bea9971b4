package regulars.sources;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.stereotype.Component;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import schema.sources.tables.records.RunRecord;

/** Takes down what is to be imported, when it can be done. */
@Component
class NewImports {
    private final RunStore runs;
    private final ImportStore store;
    private final Uploads uploads;
    private final ImportPlans plans;
    private final InstantSource clock;

    NewImports(RunStore runs, ImportStore store, Uploads uploads, ImportPlans plans, InstantSource clock) {
        this.runs = runs;
        this.store = store;
        this.uploads = uploads;
        this.plans = plans;
        this.clock = clock;
    }

    /** The files are put into the order in which each finds what it speaks of. */
    UUID add(NewImport request, Actor actor) {
        request.checkCount();
        var id = Ids.next(clock.instant());
        runs.add(id, request.isDryRun(), actor, clock.instant());
        var run = runs.find(id).orElseThrow();
        request.files().stream()
                .sorted(Comparator.comparing(NewImportFile::kind))
                .forEach(file -> add(run, file));
        return id;
    }

    private void add(RunRecord run, NewImportFile request) {
        var file = uploads.get(request.fileId());
        try {
            var header = Uploads.header(uploads.table(file, request.form()));
            plans.check(request, header);
            uploads.read(file.getId(), header);
        } catch (Fault fault) {
            throw fault.with("file", file.getName());
        }
        store.add(Ids.next(clock.instant()), run, request);
    }
}
