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
import regulars.kernel.Ids;
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
    private final ImportStore store;
    private final ImportJob job;
    private final UndoJob undo;

    ImportFixture(TestPostgres postgres, Path folder, SettableClock clock) {
        this.dsl = postgres.dsl();
        this.clock = clock;
        var organisations = TestOrganisations.of(dsl);
        customers = new CustomersFixture(dsl, clock);
        consents = ConsentFixture.consents(dsl, clock, event -> {});
        var installation = new Installation(folder, URI.create("http://localhost"));
        uploads = new Uploads(new UploadStore(dsl), installation, clock, DataSize.ofMegabytes(64));
        store = new ImportStore(dsl);
        plans = new ImportPlans(
                customers.intake(), customers.attributes(), customers.rights(), consents, organisations, store);
        var gates = new Gates(
                customers.intake(),
                CommerceFixture.orders(dsl, organisations, clock),
                CommerceFixture.parts(dsl, organisations, clock),
                consents,
                clock,
                2000);
        job = new ImportJob(
                new ImportStores(store, new TrailStore(dsl)),
                uploads,
                plans,
                gates,
                new JdbcTransactionManager(postgres.dataSource()),
                clock,
                () -> {});
        undo = new UndoJob(
                store,
                new TrailStore(dsl),
                new UndoRooms(
                        CustomersFixture.undo(dsl, clock), CommerceFixture.undo(dsl), ConsentFixture.undo(dsl, clock)),
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
    static NewImport suggested(FilePreview file, String source) {
        var kind = file.suggestedKind();
        var mapping = file.kinds().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow()
                .suggestedMapping();
        return new NewImport(
                file.fileId(),
                kind,
                source,
                mapping,
                false,
                file.suggestedDateOrder(),
                file.suggestedDecimalMark(),
                null,
                null,
                null,
                null,
                null);
    }

    static NewImport dry(NewImport request) {
        return new NewImport(
                request.fileId(),
                request.kind(),
                request.source(),
                request.mapping(),
                true,
                request.dateOrder(),
                request.decimalMark(),
                request.currency(),
                request.country(),
                request.rates(),
                request.consent(),
                request.form());
    }

    static NewImport with(NewImport request, @Nullable String currency, Map<String, BigDecimal> rates) {
        return new NewImport(
                request.fileId(),
                request.kind(),
                request.source(),
                request.mapping(),
                request.dryRun(),
                request.dateOrder(),
                request.decimalMark(),
                currency,
                request.country(),
                rates,
                request.consent(),
                request.form());
    }

    static NewImport with(NewImport request, @Nullable String currency, NewImport.@Nullable FileConsent consent) {
        return new NewImport(
                request.fileId(),
                request.kind(),
                request.source(),
                request.mapping(),
                request.dryRun(),
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

    ImportRecord run(String csv, String source, UnaryOperator<NewImport> change) {
        return run(change.apply(suggested(upload(csv), source)));
    }

    ImportRecord run(NewImport request) {
        return resume(add(request), Integer.MAX_VALUE);
    }

    UUID add(NewImport request) {
        plans.check(request, Uploads.header(uploads.table(uploads.get(request.fileId()), request.form())));
        var id = Ids.next(clock.instant());
        store.add(id, request, Actor.SYSTEM, clock.instant());
        return id;
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
        return store.find(id).orElseThrow();
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
        return store.find(id).orElseThrow();
    }

    ImportUndo undo(UUID id, boolean dryRun) {
        undo.run(new Run(id, Integer.MAX_VALUE) {
            @Override
            public JsonNode payload() {
                return JsonMapper.shared().valueToTree(new UndoJob.Work(id, dryRun, Actor.SYSTEM.toString()));
            }
        });
        return Objects.requireNonNull(ImportStore.undo(store.find(id).orElseThrow()));
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
