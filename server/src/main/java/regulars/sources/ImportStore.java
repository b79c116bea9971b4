package regulars.sources;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.sources.Tables.IMPORT;
import static schema.sources.Tables.IMPORT_ERROR;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.kernel.Actor;
import regulars.kernel.Batch;
import regulars.kernel.Money;
import regulars.sources.files.ColumnDoubt;
import schema.sources.tables.records.ImportErrorRecord;
import schema.sources.tables.records.ImportRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports, what they came to, and the errors of their rows. */
@Repository
class ImportStore {
    /** More are counted and not kept: whoever has so many mends the file, not the rows. */
    static final int MOST_ERRORS = 10_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext dsl;

    ImportStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void add(UUID id, NewImport request, Actor actor, Instant now) {
        dsl.insertInto(IMPORT)
                .set(IMPORT.ID, id)
                .set(IMPORT.FILE_ID, request.fileId())
                .set(IMPORT.KIND, request.kind().code())
                .set(IMPORT.SOURCE_NAME, request.source().strip())
                .set(IMPORT.DRY_RUN, request.isDryRun())
                .set(IMPORT.REQUEST, JSONB.valueOf(JSON.writeValueAsString(request)))
                .set(IMPORT.ACTOR, actor.toString())
                .set(IMPORT.CREATED_AT, now)
                .execute();
    }

    void undoJob(UUID id, UUID job) {
        dsl.update(IMPORT)
                .set(IMPORT.UNDO_JOB_ID, job)
                .setNull(IMPORT.UNDO)
                .where(IMPORT.ID.eq(id))
                .execute();
    }

    void undo(UUID id, ImportUndo undo) {
        dsl.update(IMPORT)
                .set(IMPORT.UNDO, JSONB.valueOf(JSON.writeValueAsString(undo)))
                .set(IMPORT.UNDONE_AT, undo.undoneAt())
                .where(IMPORT.ID.eq(id))
                .execute();
    }

    static @Nullable ImportUndo undo(ImportRecord stored) {
        var undo = stored.getUndo();
        return undo == null ? null : JSON.readValue(undo.data(), ImportUndo.class);
    }

    void job(UUID id, UUID job) {
        dsl.update(IMPORT).set(IMPORT.JOB_ID, job).where(IMPORT.ID.eq(id)).execute();
    }

    Optional<ImportRecord> find(UUID id) {
        return dsl.selectFrom(IMPORT).where(IMPORT.ID.eq(id)).fetchOptional();
    }

    /** The newest first; ids grow with time. */
    List<ImportRecord> page(@Nullable UUID after, int limit) {
        return dsl.selectFrom(IMPORT)
                .where(after == null ? noCondition() : IMPORT.ID.lt(after))
                .orderBy(IMPORT.ID.desc())
                .limit(limit)
                .fetch();
    }

    NewImport request(ImportRecord stored) {
        return JSON.readValue(stored.getRequest().data(), NewImport.class);
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
