package regulars.sources;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.sources.Tables.IMPORT;
import static schema.sources.Tables.IMPORT_ERROR;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;
import regulars.kernel.Money;
import regulars.sources.files.ColumnDoubt;
import schema.sources.tables.records.ImportErrorRecord;
import schema.sources.tables.records.ImportRecord;
import schema.sources.tables.records.RunRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The files of imports, what they came to, and the errors of their rows. */
@Repository
class ImportStore {
    /** More are counted and not kept: whoever has so many mends the file, not the rows. */
    static final int MOST_ERRORS = 10_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext dsl;

    ImportStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void add(UUID id, RunRecord run, NewImportFile request) {
        dsl.insertInto(IMPORT)
                .set(IMPORT.ID, id)
                .set(IMPORT.RUN_ID, run.getId())
                .set(IMPORT.FILE_ID, request.fileId())
                .set(IMPORT.KIND, request.kind().code())
                .set(IMPORT.SOURCE_NAME, request.source().strip())
                .set(IMPORT.DRY_RUN, run.getDryRun())
                .set(IMPORT.REQUEST, JSONB.valueOf(JSON.writeValueAsString(request)))
                .set(IMPORT.ACTOR, run.getActor())
                .set(IMPORT.CREATED_AT, run.getCreatedAt())
                .execute();
    }

    void begin(UUID id, Instant now) {
        dsl.update(IMPORT)
                .set(IMPORT.STARTED_AT, coalesce(IMPORT.STARTED_AT, val(now)))
                .where(IMPORT.ID.eq(id))
                .execute();
    }

    /** The files of an import in the order of work. */
    List<ImportRecord> files(UUID run) {
        return dsl.selectFrom(IMPORT)
                .where(IMPORT.RUN_ID.eq(run))
                .orderBy(IMPORT.PLACE)
                .fetch();
    }

    /** The same of several. */
    Map<UUID, List<ImportRecord>> files(Collection<UUID> runs) {
        return dsl.selectFrom(IMPORT)
                .where(IMPORT.RUN_ID.in(runs))
                .orderBy(IMPORT.PLACE)
                .collect(Collectors.groupingBy(ImportRecord::getRunId));
    }

    Optional<ImportRecord> find(UUID id) {
        return dsl.selectFrom(IMPORT).where(IMPORT.ID.eq(id)).fetchOptional();
    }

    NewImportFile request(ImportRecord stored) {
        return JSON.readValue(stored.getRequest().data(), NewImportFile.class);
    }

    ImportTally tally(ImportRecord stored) {
        var tally = new ImportTally(
                ImportTally.bitmap(stored.getSeenCustomers()), ImportTally.bitmap(stored.getSeenOrders()));
        tally.rows = stored.getRowsRead();
        tally.created = stored.getCreated();
        tally.updated = stored.getUpdated();
        tally.unchanged = stored.getUnchanged();
        tally.rejected = stored.getRejected();
        tally.newCustomers = stored.getNewCustomers();
        tally.cellsLeftOut = stored.getCellsLeftOut();
        return tally;
    }

    void keep(UUID id, ImportTally tally) {
        dsl.update(IMPORT)
                .set(IMPORT.ROWS_READ, tally.rows)
                .set(IMPORT.CREATED, tally.created)
                .set(IMPORT.UPDATED, tally.updated)
                .set(IMPORT.UNCHANGED, tally.unchanged)
                .set(IMPORT.REJECTED, tally.rejected)
                .set(IMPORT.NEW_CUSTOMERS, tally.newCustomers)
                .set(IMPORT.CELLS_LEFT_OUT, tally.cellsLeftOut)
                .set(IMPORT.CUSTOMERS, tally.customers.getLongCardinality())
                .set(IMPORT.ORDERS, tally.orders.getLongCardinality())
                .set(IMPORT.SEEN_CUSTOMERS, ImportTally.bytes(tally.customers))
                .set(IMPORT.SEEN_ORDERS, ImportTally.bytes(tally.orders))
                .where(IMPORT.ID.eq(id))
                .execute();
    }

    void finish(UUID id, List<Money> money, List<ColumnDoubt> doubts, Instant now) {
        dsl.update(IMPORT)
                .set(IMPORT.DOUBTS, JSONB.valueOf(JSON.writeValueAsString(doubts)))
                .set(IMPORT.MONEY, JSONB.valueOf(JSON.writeValueAsString(money)))
                .set(IMPORT.FINISHED_AT, now)
                .setNull(IMPORT.SEEN_CUSTOMERS)
                .setNull(IMPORT.SEEN_ORDERS)
                .where(IMPORT.ID.eq(id))
                .execute();
    }

    static List<Money> money(ImportRecord stored) {
        return JSON.readValue(stored.getMoney().data(), new TypeReference<List<Money>>() {});
    }

    static List<ColumnDoubt> doubts(ImportRecord stored) {
        return JSON.readValue(stored.getDoubts().data(), new TypeReference<List<ColumnDoubt>>() {});
    }

    /** Keeps them up to the bound. */
    void addErrors(UUID id, List<RowProblem> problems) {
        if (problems.isEmpty()) return;
        long kept = dsl.select(count())
                .from(IMPORT_ERROR)
                .where(IMPORT_ERROR.IMPORT_ID.eq(id))
                .fetchSingle()
                .value1();
        var some = problems.subList(0, (int) Math.min(problems.size(), Math.max(0, MOST_ERRORS - kept)));
        if (some.isEmpty()) return;
        var input = Batch.of("input", some)
                .column("line", BIGINT, RowProblem::line)
                .column("column_name", VARCHAR, RowProblem::column)
                .column("value", VARCHAR, RowProblem::value)
                .column("code", VARCHAR, RowProblem::code)
                .column("detail", VARCHAR, RowProblem::detail)
                .column(
                        "params",
                        SQLDataType.JSONB,
                        problem -> JSONB.valueOf(JSON.writeValueAsString(problem.params())))
                .column("row_taken", BOOLEAN, RowProblem::rowTaken);
        dsl.insertInto(
                        IMPORT_ERROR,
                        IMPORT_ERROR.IMPORT_ID,
                        IMPORT_ERROR.LINE,
                        IMPORT_ERROR.COLUMN_NAME,
                        IMPORT_ERROR.VALUE,
                        IMPORT_ERROR.CODE,
                        IMPORT_ERROR.DETAIL,
                        IMPORT_ERROR.PARAMS,
                        IMPORT_ERROR.ROW_TAKEN)
                .select(select(
                                val(id),
                                input.<Long>field("line"),
                                input.<String>field("column_name"),
                                input.<String>field("value"),
                                input.<String>field("code"),
                                input.<String>field("detail"),
                                input.<JSONB>field("params"),
                                input.<Boolean>field("row_taken"))
                        .from(input.table()))
                .execute();
    }

    List<RowProblem> errors(UUID id, int limit) {
        return dsl.selectFrom(IMPORT_ERROR)
                .where(IMPORT_ERROR.IMPORT_ID.eq(id))
                .orderBy(IMPORT_ERROR.LINE, IMPORT_ERROR.ID)
                .limit(limit)
                .fetch(ImportStore::problem);
    }

    private static RowProblem problem(ImportErrorRecord stored) {
        return new RowProblem(
                stored.getLine(),
                stored.getColumnName(),
                stored.getValue(),
                stored.getCode(),
                stored.getDetail(),
                JSON.readValue(stored.getParams().data(), new TypeReference<Map<String, Object>>() {}),
                stored.getRowTaken());
    }
}
