package regulars.warehouse;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;
import regulars.kernel.MirroredTable;
import regulars.kernel.Sight;

/** Lends reading connections: one read-only transaction a call. Safe for use by several threads. */
final class Readers {
    private static final Pattern STOPPED = Pattern.compile("INTERRUPT Error");

    private final Feed feed;
    private final Duration timeout;
    private final Duration wait;
    private final Settings settings;
    private final Narrowing narrowing;
    private final Cut cut;

    Readers(Feed feed, MirrorShape shape, List<MirroredTable> tables, MirrorSettings settings, Duration wait) {
        this.feed = feed;
        this.timeout = settings.queryTimeout();
        this.wait = wait;
        this.settings = new Settings().withQueryTimeout((int) Math.max(1, timeout.toSeconds()));
        this.narrowing = new Narrowing(shape, tables, this.settings);
        this.cut = new Cut(shape);
    }

    <T> T read(Sight sight, Function<DSLContext, T> query) {
        return read(sight, new Stop(), query);
    }

    <T> T read(Sight sight, Stop stop, Function<DSLContext, T> query) {
        return trusted(stop, file -> read(file, sight, stop, query));
    }

    <T> T view(Function<MirrorView, T> query) {
        return trusted(new Stop(), file -> view(file, query));
    }

    private interface Question<T> {
        T ask(MirrorFile file) throws SQLException;
    }

    private <T> T trusted(Stop stop, Question<T> question) {
        for (; ; ) {
            var file = feed.file();
            if (file == null) throw notReady();
            try {
                return question.ask(file);
            } catch (MirrorFile.Retired e) {
                continue; // a rebuilt one has taken its place
            } catch (SQLException | DataAccessException e) {
                stop.check();
                throw told(file, e);
            }
        }
    }

    private <T> T read(MirrorFile file, Sight sight, Stop stop, Function<DSLContext, T> query) throws SQLException {
        try (var loan = file.lend(wait);
                var statement = loan.connection().createStatement()) {
            statement.execute("begin transaction read only");
            try {
                if (!sight.whole()) narrowing.begin(statement, sight);
                var seen = sight.whole() ? settings : narrowing.settings();
                var mirror = DSL.using(loan.connection(), SQLDialect.DUCKDB, seen);
                mirror.configuration().set(stop.listener());
                return query.apply(mirror);
            } finally {
                statement.execute("rollback");
            }
        }
    }

    private <T> T view(MirrorFile file, Function<MirrorView, T> query) throws SQLException {
        try (var loan = file.lend(wait).begun()) {
            try {
                return query.apply(new MirrorView(loan.connection(), settings, cut));
            } finally {
                loan.rollback();
            }
        }
    }

    /** Rows of each table; DuckDB knows them without a scan. */
    List<MirrorStatus.TableRows> rows(MirrorShape shape) {
        return read(
                Sight.WHOLE,
                db -> shape.tables().stream()
                        .map(table -> new MirrorStatus.TableRows(
                                table.name(), db.fetchCount(DSL.table(DSL.name(table.schema(), table.table())))))
                        .toList());
    }

    static Fault notReady() {
        return new Fault(
                WarehouseFault.MIRROR_NOT_READY,
                "the mirror is being built: wait until it is ready, its page shows how far it has come");
    }

    /** Turns a failure into what the caller can act on; damage makes the feed rebuild. */
    RuntimeException told(@Nullable Throwable failure) {
        var file = feed.file();
        return file == null ? notReady() : told(file, failure);
    }

    private RuntimeException told(MirrorFile file, @Nullable Throwable failure) {
        if (failure == null) return new DataAccessException("the mirror does not answer");
        if (Damage.in(failure)) {
            feed.condemn(file, failure);
            return notReady();
        }
        if (isStopped(failure)) {
            return new Fault(
                            WarehouseFault.MIRROR_QUERY_TOO_LONG,
                            "the question took longer than " + timeout.toSeconds() + " s: ask for less at a time",
                            failure)
                    .with("seconds", timeout.toSeconds());
        }
        return failure instanceof RuntimeException plain
                ? plain
                : new DataAccessException("the mirror does not answer", failure);
    }

    private static boolean isStopped(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException
                    && STOPPED.matcher(String.valueOf(cause.getMessage())).find()) return true;
        }
        return false;
    }
}
