package regulars.warehouse;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.roaringbitmap.RoaringBitmap;

/**
 * One state of the mirror: the whole of it, and cut to the facts of some people. For one thread, until the function it
 * was given to returns.
 */
public final class MirrorView {
    private final DuckDBConnection connection;
    private final Settings settings;
    private final Cut cut;

    MirrorView(DuckDBConnection connection, Settings settings, Cut cut) {
        this.connection = connection;
        this.settings = settings;
        this.cut = cut;
    }

    /** Which state it is. */
    public Watermark watermark() {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select watermark, epoch_us(reached_at) from feed.meta")) {
            row.next();
            long micros = row.getLong(2);
            return new Watermark(row.getString(1), Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        } catch (SQLException e) {
            throw new DataAccessException("the mirror does not say which state it is", e);
        }
    }

    public DSLContext whole() {
        return DSL.using(connection, SQLDialect.DUCKDB, settings);
    }

    /**
     * Asks as if there were nobody but these people. Each table that the queries name is cut to their facts first, in
     * one pass however many conditions read it; after that they have little to do.
     *
     * @param rows given the rows of each query, and its place among them
     */
    public <R extends Record> void about(
            RoaringBitmap people, List<? extends Select<R>> queries, ObjIntConsumer<Cursor<R>> rows) {
        var mapped = DSL.using(connection, SQLDialect.DUCKDB, cut.settings(settings));
        var names = new NamedColumns();
        var noting = DSL.using(mapped.configuration().deriveAppending(names));
        var sql = queries.stream().map(noting::render).collect(Collectors.joining("\n"));
        try {
            cut.begin(connection, people, sql, names);
            try {
                for (int i = 0; i < queries.size(); i++) {
                    try (var cursor = mapped.fetchLazy(queries.get(i))) {
                        rows.accept(cursor, i);
                    }
                }
            } finally {
                cut.end(connection);
            }
        } catch (SQLException e) {
            throw new DataAccessException("the facts of some people could not be cut out", e);
        }
    }
}
