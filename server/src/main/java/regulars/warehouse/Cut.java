package regulars.warehouse;

import static regulars.warehouse.TableShape.quote;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jooq.conf.Settings;
import org.roaringbitmap.RoaringBitmap;

/**
 * The facts of some people in the place of everybody's: a small temporary table for each table that a query names, with
 * the columns it names. Their rows are found by one column and then read, so that a table's width costs nothing.
 */
final class Cut {
    private static final String PEOPLE = "temp.main.\"people asked about\"";

    private final MirrorShape shape;

    Cut(MirrorShape shape) {
        this.shape = shape;
    }

    /** For the query itself: under these it reads what was cut out. */
    Settings settings(Settings whole) {
        return ((Settings) whole.clone()).withRenderMapping(Narrowing.mapping(shape));
    }

    /**
     * Cuts what a query needs.
     *
     * @param sql the queries as text; a table's name in it that is only a value costs a table more, never an answer
     */
    void begin(DuckDBConnection connection, RoaringBitmap people, String sql, NamedColumns named) throws SQLException {
        end(connection);
        execute(connection, "create temp table " + PEOPLE + " (number integer)");
        try (var appender = connection.createAppender("temp", "main", "people asked about")) {
            for (var number = people.getIntIterator(); number.hasNext(); ) {
                appender.beginRow();
                appender.append(number.next());
                appender.endRow();
            }
        }
        Set<TableShape> done = new LinkedHashSet<>();
        for (var table : shape.tables()) if (sql.contains(quote(table.name()))) cut(connection, table, named, done);
    }

    /** Takes away what was cut out before, so that others find the connection as it was. */
    void end(DuckDBConnection connection) throws SQLException {
        for (var table : shape.tables()) {
            execute(connection, "drop " + kind(table) + " if exists temp.main." + quote(table.name()));
        }
        execute(connection, "drop table if exists " + PEOPLE);
    }

    private void cut(DuckDBConnection connection, TableShape table, NamedColumns named, Set<TableShape> done)
            throws SQLException {
        if (!done.add(table)) return;
        var way = table.whose().way();
        if (way != null && shape.leadsToPeople(table)) {
            cut(connection, shape.table(way.table()).orElseThrow(), named, done);
        }
        var all = "select " + columns(table, named) + " from " + table.quoted();
        execute(connection, "create temp " + kind(table) + " " + quote(table.name()) + " as " + theirs(table, all));
    }

    /** Each sort of rows by itself: one condition with "or" would read the whole table. */
    private String theirs(TableShape table, String all) {
        if (!shape.leadsToPeople(table)) return all;
        return switch (table.whose()) {
            case Whose.Named named -> all + " where " + of(named);
            case Whose.Over over -> all + " where " + of(over, table);
            case Whose.Either either ->
                all + " where " + of(either.named()) + " union all " + all + " where "
                        + quote(either.named().column()) + " is null and " + of(either.over(), table);
            case Whose.Nobody _, Whose.Everybody _ -> all;
        };
    }

    private static String of(Whose.Named named) {
        return quote(named.column()) + " in (select number from " + PEOPLE + ")";
    }

    /** What a row is below is theirs as the row itself is. */
    private static String of(Whose.Over over, TableShape table) {
        var column = quote(over.column());
        var values = "select " + quote(over.theirs()) + " from temp.main." + quote(over.table());
        if (over.above() == null) return column + " in (" + values + ")";
        var above = quote(over.above());
        return column + " in (with recursive led (value) as (" + values + " union select " + above + " from "
                + table.quoted() + " join led on " + column + " = value where " + above
                + " is not null) select value from led)";
    }

    /** What concerns everybody stays as it is. */
    private String kind(TableShape table) {
        return shape.leadsToPeople(table) ? "table" : "view";
    }

    /** Those that the query names, those that others find their rows by, and the customer. */
    private String columns(TableShape table, NamedColumns named) {
        var columns = table.mirrorColumns().stream()
                .map(MirrorColumn::name)
                .filter(name ->
                        named.contains(table, name) || name.equals(TableShape.CUSTOMER_NUMBER) || isWay(table, name))
                .map(TableShape::quote)
                .collect(Collectors.joining(", "));
        return columns.isEmpty() ? quote(table.key()) : columns; // its rows are only counted
    }

    private boolean isWay(TableShape table, String column) {
        return shape.tables().stream().anyMatch(other -> {
            var way = other.whose().way();
            return way != null
                    && (other.equals(table) && way.column().equals(column)
                            || way.table().equals(table.name()) && way.theirs().equals(column));
        });
    }

    private static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
