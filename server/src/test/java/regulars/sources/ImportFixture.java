package regulars.sources;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.access.TestOrganisations;
import regulars.commerce.CommerceFixture;
import regulars.consent.ConsentFixture;
import regulars.consent.Consents;
import regulars.customers.CustomersFixture;
import regulars.kernel.Actor;
import regulars.kernel.Installation;
import regulars.work.JobRun;
import schema.sources.tables.records.ImportRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rooms behind an import on a test's database, wired by hand. */
final class ImportFixture {
    final DSLContext dsl;
    final SettableClock clock;
    final Consents consents;
    final CustomersFixture customers;
    final Uploads uploads;
    final ImportPlans plans;
    final OwnIds ownIds;
    private final RunStore runs;
    private final ImportStore store;
    private final NewImports asked;
    private final ImportJob job;
    private final UndoJob undo;

    ImportFixture(TestPostgres postgres, Path folder, SettableClock clock) {
        this(postgres, folder, clock, 2000);
    }

    /** @param batch rows that are written together */
    ImportFixture(TestPostgres postgres, Path folder, SettableClock clock, int batch) {
        this.dsl = postgres.dsl();
        this.clock = clock;
        var organisations = TestOrganisations.of(dsl);
        customers = new CustomersFixture(dsl, clock);
        consents = ConsentFixture.consents(dsl, clock, event -> {});
        var installation = new Installation(folder, URI.create("http://localhost"));
        uploads = new Uploads(new UploadStore(dsl), installation, clock, DataSize.ofMegabytes(64));
        store = new ImportStore(dsl);
        runs = new RunStore(dsl);
        plans = new ImportPlans(
                customers.intake(), customers.attributes(), customers.rights(), consents, organisations, store);
        ownIds = new OwnIds(customers.keys(), customers.customers());
        var gates = new Gates(
                new CustomerRooms(customers.intake(), ownIds, Map::of),
                CommerceFixture.orders(dsl, organisations, clock),
                CommerceFixture.parts(dsl, organisations, clock),
                consents,
                clock,
                batch);
        asked = new NewImports(runs, store, uploads, plans, clock);
        var stores = new ImportStores(runs, store, new TrailStore(dsl));
        job = new ImportJob(
                stores, uploads, plans, gates, new JdbcTransactionManager(postgres.dataSource()), clock, () -> {});
        undo = new UndoJob(
                stores,
                new UndoRooms(
                        CustomersFixture.undo(dsl, clock),
                        CommerceFixture.undo(dsl),
                        CommerceFixture.partUndo(dsl, organisations, clock),
                        ConsentFixture.undo(dsl, clock)),
                new JdbcTransactionManager(postgres.dataSource()),
                clock,
                () -> {});
    }

    FilePreview upload(String csv) {
        return upload(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    FilePreview upload(InputStream content) {
        try {
            return uploads.take("a file.csv", content, Actor.SYSTEM);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As the screen does it with what the preview suggests. */
    static NewImportFile suggested(FilePreview file, String source) {
        var kind = file.suggestedKind();
        var mapping = file.kinds().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow()
                .suggestedMapping();
        return new NewImportFile(
                file.fileId(),
                kind,
                source,
                mapping,
                file.suggestedDateOrder(),
                file.suggestedDecimalMark(),
                null,
                null,
                null,
                null,
                null);
    }

    static NewImportFile with(NewImportFile request, @Nullable String currency, Map<String, BigDecimal> rates) {
        return new NewImportFile(
                request.fileId(),
                request.kind(),
                request.source(),
                request.mapping(),
                request.dateOrder(),
                request.decimalMark(),
                currency,
                request.country(),
                rates,
                request.consent(),
                request.form());
    }

    static NewImportFile with(
            NewImportFile request, @Nullable String currency, NewImportFile.@Nullable FileConsent consent) {
        return new NewImportFile(
                request.fileId(),
                request.kind(),
                request.source(),
                request.mapping(),
                request.dateOrder(),
                request.decimalMark(),
                currency,
                request.country(),
                Map.of(),
                consent,
                request.form());
    }

    /** Imports the text whole, by the suggestions. */
    ImportRecord run(String csv, String source) {
        return run(suggested(upload(csv), source));
    }

    ImportRecord run(String csv, String source, UnaryOperator<NewImportFile> change) {
        return run(change.apply(suggested(upload(csv), source)));
    }

    ImportRecord run(NewImportFile request) {
        return resume(add(request), Integer.MAX_VALUE);
    }

    /** Several files in one import; what became of each, in the order of work. */
    List<ImportRecord> runAll(boolean dryRun, List<NewImportFile> files) {
        var id = add(dryRun, files);
        resume(id, Integer.MAX_VALUE);
        return store.files(id);
    }

    ImportRecord tryOut(NewImportFile request) {
        return runAll(true, List.of(request)).getFirst();
    }

    UUID add(NewImportFile request) {
        return add(false, List.of(request));
    }

    UUID add(boolean dryRun, List<NewImportFile> files) {
        return asked.add(new NewImport(dryRun, files), Actor.SYSTEM);
    }

    List<ImportRecord> files(UUID id) {
        return store.files(id);
    }

    /** Runs the import until it has ended, or until it wants to save more batches than that: there the node dies. */
    ImportRecord resume(UUID id, int batches) {
        try {
            job.run(new Run(id, batches));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (Died e) {
            // as kill -9 would: what was not committed is gone
        }
        return store.files(id).getFirst();
    }

    /** Asks the import to stop after so many batches. */
    ImportRecord cancelAfter(UUID id, int batches) {
        try {
            job.run(new Run(id, Integer.MAX_VALUE) {
                private int checks;

                @Override
                public void checkpoint() {
                    if (checks++ == batches) throw new Died();
                }
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (Died e) {
            // as asked
        }
        return store.files(id).getFirst();
    }

    /** Undoes the import that the file came with. */
    ImportUndo undo(UUID file, boolean dryRun) {
        var id = store.find(file).orElseThrow().getRunId();
        undo.run(new Run(id, Integer.MAX_VALUE) {
            @Override
            public JsonNode payload() {
                return JsonMapper.shared().valueToTree(new UndoJob.Work(id, dryRun, Actor.SYSTEM.toString()));
            }
        });
        return Objects.requireNonNull(RunStore.undo(runs.find(id).orElseThrow()));
    }

    static Map<String, Object> counts(ImportRecord stored) {
        return Map.of(
                "rows", stored.getRowsRead(),
                "created", stored.getCreated(),
                "updated", stored.getUpdated(),
                "unchanged", stored.getUnchanged(),
                "rejected", stored.getRejected(),
                "left out", stored.getCellsLeftOut(),
                "customers", stored.getCustomers(),
                "new", stored.getNewCustomers(),
                "orders", stored.getOrders(),
                "money", stored.getMoney().data());
    }

    List<RowProblem> problems(ImportRecord stored) {
        return store.errors(stored.getId(), ImportStore.MOST_ERRORS);
    }

    /** Everything that an import writes but the import itself, as text. */
    Map<String, String> rows() {
        return Map.of(
                "customers", rows("customers.customer", "number"),
                "records", rows("customers.source_record", "id"),
                "contacts", rows("customers.contact_point", "id"),
                "attributes", rows("customers.attribute_current", "id"),
                "links", rows("customers.subject_link", "subject_number"),
                "orders", rows("commerce.orders", "number"),
                "lines", rows("commerce.order_line", "id"),
                "history", rows("commerce.order_status_history", "id"),
                "consents", rows("consent.state", "id"),
                "evidence", rows("consent.evidence", "id"));
    }

    private String rows(String table, String key) {
        return dsl.resultQuery("select * from " + table + " order by " + key)
                .fetch()
                .formatCSV();
    }

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static class Run implements JobRun {
        private final UUID importId;
        private final int batches;
        private int saved;

        Run(UUID importId, int batches) {
            this.importId = importId;
            this.batches = batches;
        }

        @Override
        public UUID id() {
            return importId;
        }

        @Override
        public JsonNode payload() {
            return JsonMapper.shared().valueToTree(new ImportJob.Work(importId));
        }

        @Override
        public void progress(long done, long total) {
            if (done < 0 || (total > 0 && done > total)) throw new AssertionError(done + " of " + total);
        }

        @Override
        public void checkpoint() {}

        @Override
        public void result(JsonNode result) {}

        @Override
        public @Nullable JsonNode state() {
            return null;
        }

        @Override
        public void save(JsonNode state) {
            if (saved++ == batches) throw new Died();
        }
    }
}
