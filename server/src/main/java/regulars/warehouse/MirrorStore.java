package regulars.warehouse;

import static regulars.warehouse.TableShape.quote;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/** DuckDB's side of the feed: works on the writing connection of one file, under the feed's lock. */
final class MirrorStore {
    private static final String STAGE = "temp.main.stage";
    private static final String TOUCHED = "temp.main.touched";

    private static final int ROW_GROUP = 122_880;
    private static final double TOLERATED_SPREAD = 2;

    private final DuckDBConnection connection;
    private final MirrorShape shape;

    MirrorStore(DuckDBConnection connection, MirrorShape shape) {
        this.connection = connection;
        this.shape = shape;
    }

    /** What a file says of itself. */
    record Meta(String signature, Origin origin, Watermark watermark, Instant builtAt, RebuildReason because) {}

    void createTables() throws SQLException {
        for (String schema :
                shape.tables().stream().map(TableShape::schema).distinct().toList()) {
            execute("create schema " + quote(schema));
        }
        for (var table : shape.tables()) execute(table.create(table.quoted()));
        execute("create schema feed");
        execute("create table feed.meta (signature varchar, origin varchar, watermark varchar, reached_at timestamptz,"
                + " built_at timestamptz, because varchar)");
    }

    /** Empty for a file that was never finished or is not ours. */
    Optional<Meta> meta() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select signature, origin, watermark, epoch_us(reached_at), epoch_us(built_at),"
                                + " because from feed.meta")) {
            if (!row.next()) return Optional.empty();
            return Optional.of(new Meta(
                    row.getString(1),
                    new Origin(row.getString(2)),
                    new Watermark(row.getString(3), instant(row.getLong(4))),
                    instant(row.getLong(5)),
                    RebuildReason.valueOf(row.getString(6))));
        }
    }

    void begin(Meta meta) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into feed.meta values (?, ?, ?, make_timestamptz(?)," + " make_timestamptz(?), ?)")) {
            statement.setString(1, meta.signature());
            statement.setString(2, meta.origin().text());
            statement.setString(3, meta.watermark().value());
            statement.setLong(4, micros(meta.watermark().at()));
            statement.setLong(5, micros(meta.builtAt()));
            statement.setString(6, meta.because().name());
            statement.execute();
        }
    }

    void advance(Watermark watermark) throws SQLException {
        try (var statement =
                connection.prepareStatement("update feed.meta set watermark = ?, reached_at = make_timestamptz(?)")) {
            statement.setString(1, watermark.value());
            statement.setLong(2, micros(watermark.at()));
            statement.execute();
        }
    }

    /** Work that happens as a whole or not at all. */
    interface Work {
        void run() throws SQLException;
    }

    void transaction(Work work) throws SQLException {
        execute("begin transaction"); // by hand: an appender does not start one, even with autocommit off
        try {
            work.run();
            execute("commit");
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            throw e;
        }
    }

    private void rollback(Exception cause) {
        try {
            execute("rollback");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** A source of rows in PostgreSQL's binary form. */
    interface Rows {
        long into(SourceView.RowSink sink) throws SQLException;
    }

    /** Fills an empty table; one that is sorted goes over a temporary table, so that the file holds it only once. */
    void fill(TableShape table, Rows rows) throws SQLException {
        if (table.sortedBy() == null) {
            try (var appender = connection.createAppender(table.schema(), table.table())) {
                rows.into(wire -> carry(table.mirrorColumns(), wire, appender));
            }
            return;
        }
        stage(table, rows);
        execute("insert into " + table.quoted() + " select * from " + STAGE + order(table));
        dropStages();
    }

    private long stage(TableShape table, Rows rows) throws SQLException {
        execute("create or replace temp table stage as select * from " + table.quoted() + " limit 0");
        try (var appender = connection.createAppender("temp", "main", "stage")) {
            return rows.into(wire -> carry(table.mirrorColumns(), wire, appender));
        }
    }

    private static String order(TableShape table) {
        return table.sortedBy() == null ? "" : " order by " + quote(table.sortedBy()) + ", " + quote(table.key());
    }

    /** Puts changed rows in place of what they were, and takes out deleted ones. */
    long replace(TableShape table, Rows changed, Rows deleted, ChangedPeople people) throws SQLException {
        long rows = stage(table, changed);
        execute("create or replace temp table touched as select " + quote(table.key()) + "::bigint as key from "
                + STAGE);
        try (var appender = connection.createAppender("temp", "main", "touched")) {
            deleted.into(wire -> carry(List.of(new MirrorColumn("key", ColumnKind.BIGINT)), wire, appender));
        }
        people.note(table, STAGE, TOUCHED);
        execute("delete from " + table.quoted() + " where " + quote(table.key()) + " in (select key from " + TOUCHED
                + ")");
        execute("insert into " + table.quoted() + " select * from " + STAGE + order(table));
        if (table.isLink()) rederive(table);
        return rows;
    }

    /** The rows of subjects whose link has just changed get their customer anew. */
    private void rederive(TableShape link) throws SQLException {
        for (var table : shape.tables()) {
            if (!table.derived()) continue;
            execute("update " + table.quoted() + " as t set customer_number = n.customer_number"
                    + " from (select distinct key, customer_number from " + TOUCHED + " left join " + link.quoted()
                    + " on subject_number = key) as n"
                    + " where t.subject_number = n.key and t.customer_number is distinct from n.customer_number");
        }
    }

    void dropStages() throws SQLException {
        execute("drop table if exists " + STAGE);
        execute("drop table if exists " + TOUCHED);
    }

    /** Puts the rows of a table in the order its windows are cut by, when they lie too far out of it. */
    boolean sort(TableShape table) throws SQLException {
        if (table.sortedBy() == null || spread(table) <= TOLERATED_SPREAD) return false;
        transaction(() -> {
            execute("create or replace temp table stage as select * from " + table.quoted() + order(table));
            execute("truncate " + table.quoted());
            execute("insert into " + table.quoted() + " select * from " + STAGE);
            dropStages();
        });
        return true;
    }

    /** How many times over the row groups cover the column's whole range: 1 in perfect order. */
    private double spread(TableShape table) throws SQLException {
        var column = quote(Objects.requireNonNull(table.sortedBy()));
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery("select sum(epoch_us(hi) - epoch_us(lo)) / greatest(epoch_us(max(hi)) -"
                                + " epoch_us(min(lo)), 1) from (select min(" + column + ") as lo, max(" + column
                                + ") as hi from "
                                + table.quoted() + " group by rowid // " + ROW_GROUP + ")")) {
            row.next();
            return row.getDouble(1);
        }
    }

    long count(TableShape table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table.quoted())) {
            row.next();
            return row.getLong(1);
        }
    }

    void checkpoint() throws SQLException {
        execute("checkpoint");
    }

    /** The distinct numbers that a query finds. */
    RoaringBitmap numbers(String sql) throws SQLException {
        RoaringBitmapWriter<RoaringBitmap> numbers =
                RoaringBitmapWriter.writer().get();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) numbers.add(rows.getInt(1));
        }
        return numbers.get();
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void carry(List<MirrorColumn> columns, ByteBuffer wire, DuckDBAppender to) throws SQLException {
        to.beginRow();
        for (var column : columns) {
            int length = wire.getInt();
            if (length < 0) to.appendNull();
            else column.kind().carry(wire, length, to);
        }
        to.endRow();
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
