package regulars.warehouse;

import static regulars.warehouse.TableShape.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * PostgreSQL's side of the feed. The tables are those the rooms name, so the statements are made of their names; no
 * value of a user comes near them.
 */
final class SourceStore {
    private static final String ORIGIN = """
            select pg_current_snapshot()::text,
                   concat_ws('/', (select system_identifier from pg_control_system()),
                       left(pg_walfile_name(pg_current_wal_lsn()), 8),
                       (select oid from pg_database where datname = current_database()), epoch),
                   pruned_before::text
            from warehouse.epoch""";

    private final DataSource database;
    private final MirrorShape shape;

    SourceStore(DataSource database, MirrorShape shape) {
        this.database = database;
        this.shape = shape;
    }

    /** Opens a read-only transaction: all it reads is the truth of one snapshot. */
    SourceView open() throws SQLException {
        var connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = connection.createStatement()) {
                statement.execute("set local idle_in_transaction_session_timeout = 0"); // it waits while DuckDB works
            }
            return view(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static SourceView view(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(ORIGIN)) {
            if (!row.next()) throw new SQLException("warehouse.epoch is empty: the migrations put one row there");
            return new SourceView(
                    connection,
                    Snapshot.parse(row.getString(1)),
                    new Origin(row.getString(2)),
                    Long.parseUnsignedLong(row.getString(3)));
        }
    }

    /** The tables with rows or tombstones that {@code since} did not show; one round trip, by the indexes. */
    Set<String> changed(SourceView view, Snapshot since) throws SQLException {
        var condition = since.changedSince("changed", view.snapshot());
        var sql = shape.tables().stream()
                .map(table -> "select '" + table.name() + "' where exists (select from " + table.quoted() + " where "
                        + condition + ")")
                .collect(Collectors.joining(
                        " union all ",
                        "",
                        " union all select distinct table_name from" + " warehouse.tombstone where " + condition));
        var known = shape.tables().stream().map(TableShape::name).collect(Collectors.toSet());
        var changed = new LinkedHashSet<String>();
        try (var statement = view.connection().createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) if (known.contains(rows.getString(1))) changed.add(rows.getString(1));
        }
        return changed;
    }

    /** The rows to copy: all, or with {@code since} those it did not show; each with its derived customer number. */
    String rows(TableShape table, Optional<String> where) {
        var columns = table.columns().stream()
                .map(column -> "t." + quote(column.name()))
                .collect(Collectors.joining(", "));
        var link = shape.link().filter(any -> table.derived());
        return "select " + columns
                + link.map(l -> ", l." + quote(TableShape.CUSTOMER_NUMBER)).orElse("")
                + " from " + table.quoted() + " as t"
                + link.map(l -> " left join " + l.quoted() + " as l on l.subject_number = t.subject_number")
                        .orElse("")
                + where.map(condition -> " where " + condition).orElse("");
    }

    String rowsSince(TableShape table, Snapshot since, SourceView view) {
        return rows(table, Optional.of(since.changedSince("t.changed", view.snapshot())));
    }

    /** The keys of deleted rows. */
    String tombstonesSince(TableShape table, Snapshot since, SourceView view) {
        return "select key from warehouse.tombstone where table_name = '" + table.name() + "' and "
                + since.changedSince("changed", view.snapshot());
    }

    /** PostgreSQL's own guess, free of charge. */
    long estimate(SourceView view, TableShape table) throws SQLException {
        try (var statement = view.connection()
                .prepareStatement("select greatest(reltuples, 0)::bigint from pg_class where oid = ?::regclass")) {
            statement.setString(1, table.quoted());
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Forgets old tombstones; a mirror that was away for longer rebuilds. */
    int prune(Duration kept) throws SQLException {
        var sql = """
                with gone as (
                    delete from warehouse.tombstone where buried_at < clock_timestamp() - ? * interval '1 second'
                    returning changed),
                noted as (
                    update warehouse.epoch set pruned_before = greatest(pruned_before, (select max(changed) from gone))
                    where exists (select from gone))
                select count(*) from gone""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, kept.toSeconds());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
