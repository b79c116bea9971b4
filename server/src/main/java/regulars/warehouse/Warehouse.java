package regulars.warehouse;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import regulars.kernel.Fault;
import regulars.kernel.MirroredTable;
import regulars.kernel.Sight;
import regulars.kernel.Sights;
import regulars.warehouse.MirrorStatus.Progress;

/**
 * The columnar mirror of PostgreSQL, for everything that scans the whole base. Its tables have the schemas, names and
 * columns that they have in PostgreSQL, so queries are written on the same generated tables, in DuckDB's dialect.
 *
 * <p><b>Whose row it is.</b> Every mirrored table with a {@code subject_number} (orders, contact points, attribute
 * values, consents) has one more column here, {@link #CUSTOMER_NUMBER}: the customer that the subject is linked to,
 * null while it is linked to nobody. It is filled when a row comes over and follows every identify, merge and undo in
 * the round that brings the changed link. So a question about customers scans one table and joins no links:
 *
 * <pre>{@code
 * warehouse.read(db -> db.select(Warehouse.customer(ORDERS), count())
 *         .from(ORDERS)
 *         .where(ORDERS.PLACED_AT.ge(since).and(Warehouse.customer(ORDERS).isNotNull()))
 *         .groupBy(Warehouse.customer(ORDERS))
 *         .fetch());
 * }</pre>
 *
 * <p><b>Types.</b> See {@link ColumnKind}: instants are {@code TIMESTAMPTZ} in UTC sessions, {@code jsonb} is text,
 * {@code numeric} is a double, integers and ids are exact.
 *
 * <p>Safe for use by several threads.
 */
public final class Warehouse implements AutoCloseable {
    /** The derived column; null while the subject is linked to nobody. */
    public static final Field<Integer> CUSTOMER_NUMBER =
            DSL.field(DSL.name(TableShape.CUSTOMER_NUMBER), SQLDataType.INTEGER);

    private static final Logger log = LoggerFactory.getLogger(Warehouse.class);
    private static final Duration WAIT_FOR_READER = Duration.ofSeconds(10);

    private static final Duration WATCH = Duration.ofMillis(300);

    private final SourceStore source;
    private final Feed feed;
    private final FeedThread thread;
    private final Readers readers;
    private final MirrorShape shape;
    private final Sights sights;

    Warehouse(
            DataSource database,
            Path folder,
            List<MirroredTable> tables,
            MirrorSettings settings,
            Sights sights,
            InstantSource clock,
            Consumer<MirrorAdvanced> advanced) {
        this.sights = sights;
        this.shape = MirrorShape.of(tables);
        this.source = new SourceStore(database, shape);
        this.feed = new Feed(source, shape, new MirrorFolder(folder), settings, clock, advanced);
        this.thread = new FeedThread(feed, settings.pause());
        this.readers = new Readers(feed, shape, tables, settings, WAIT_FOR_READER);
    }

    /** The derived customer number of a table that has a {@code subject_number}. */
    public static Field<Integer> customer(org.jooq.Table<?> table) {
        return CustomField.of(TableShape.CUSTOMER_NUMBER, SQLDataType.INTEGER, sql -> {
            if (sql.qualify()) sql.declareTables(false, one -> one.visit(table)).sql('.');
            sql.visit(DSL.name(TableShape.CUSTOMER_NUMBER));
        });
    }

    /**
     * Asks the mirror with the caller's eyes: whose sight is narrowed finds the customers in it, and what belongs to
     * them, and nothing else. All queries of one call see the same state. The connection is read-only (temporary tables
     * aside) and stops a statement that takes too long.
     *
     * @throws Fault {@link WarehouseFault#MIRROR_NOT_READY}, {@link WarehouseFault#MIRROR_BUSY} or
     *     {@link WarehouseFault#MIRROR_QUERY_TOO_LONG}
     */
    public <T> T read(Function<DSLContext, T> query) {
        return readers.read(sights.current(), query);
    }

    /** As {@link #read}, and {@code stop} ends it from another thread. */
    public <T> T read(Stop stop, Function<DSLContext, T> query) {
        return readers.read(sights.current(), stop, query);
    }

    /** As {@link #read}, but of the whole base whoever asks: for what is kept for everybody, never for an answer. */
    public <T> T readWhole(Function<DSLContext, T> query) {
        return readers.read(Sight.WHOLE, query);
    }

    /** As {@link #readWhole}, for several questions to one state of the mirror, and for those about some people. */
    public <T> T view(Function<MirrorView, T> query) {
        return readers.view(query);
    }

    /**
     * How far the mirror has come.
     *
     * @throws Fault {@link WarehouseFault#MIRROR_NOT_READY}
     */
    public Watermark watermark() {
        var watermark = feed.watermark();
        if (watermark == null) throw Readers.notReady();
        return watermark;
    }

    /**
     * Waits for a round that begins now: what was committed in PostgreSQL before the call is in the mirror after it.
     * Never call it inside a transaction whose own writes it should show.
     *
     * @throws Fault {@link WarehouseFault#MIRROR_LATE}
     */
    public Watermark barrier(Duration atMost) {
        try {
            thread.nextRound().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return watermark();
        } catch (TimeoutException e) {
            throw late(atMost, e);
        } catch (ExecutionException e) {
            throw late(atMost, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late(atMost, e);
        }
    }

    /**
     * As {@link #barrier}, for one whose work is done and whose readers should find it: when the mirror is late, that is
     * logged, and the caller goes on.
     */
    public void catchUp(Duration atMost) {
        try {
            barrier(atMost);
        } catch (Fault late) {
            log.warn("Going on before the mirror shows it: {}", late.getMessage());
        }
    }

    /** The short answer: without counting anything. */
    public MirrorState state() {
        return thread.state();
    }

    /** How long ago the snapshot was taken that the mirror holds; null while it holds none. */
    public @Nullable Duration lag() {
        return feed.lag();
    }

    public MirrorStatus status() {
        var file = feed.file();
        var meta = feed.meta();
        return new MirrorStatus(
                thread.state(),
                file != null,
                feed.lag(),
                feed.watermark(),
                file == null ? List.of() : readers.rows(shape),
                file == null ? 0 : file.bytes(),
                meta == null ? null : meta.builtAt(),
                meta == null ? null : meta.because(),
                feed.progress(),
                thread.failure());
    }

    /** Reads everything anew and waits for it; {@code watcher} is told now and then, and stops it by throwing. */
    public void rebuild(Consumer<Progress> watcher) {
        var stopped = new AtomicBoolean();
        var done = thread.<@Nullable Void>run(() -> {
            feed.rebuild(RebuildReason.ASKED, stopped::get);
            return null;
        });
        try {
            await(done, watcher);
        } catch (RuntimeException e) {
            stopped.set(true);
            throw e;
        }
    }

    /** Compares every cell with PostgreSQL at one snapshot; {@code watcher} stops it by throwing. */
    public VerifyReport verify(Consumer<Progress> watcher) {
        try (var sides = await(thread.run(feed::align), watcher)) {
            return new Verification(source, shape, sides, watcher).run();
        } catch (SQLException e) {
            throw readers.told(e);
        }
    }

    /** Forgets deletions so old that no mirror should still wait for them. */
    int prune(Duration kept) throws SQLException {
        return source.prune(kept);
    }

    Feed feed() {
        return feed;
    }

    /** Starts to follow PostgreSQL; returns at once. */
    void start() {
        thread.start();
    }

    /** Ends after the round that is under way; queries that run are stopped with the file. */
    @Override
    public void close() {
        thread.close();
    }

    private <T extends @Nullable Object> T await(CompletableFuture<T> done, Consumer<Progress> watcher) {
        while (true) {
            try {
                return done.get(WATCH.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                var progress = feed.progress();
                if (progress != null) watcher.accept(progress);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : readers.told(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("stopped while waiting for the mirror");
            }
        }
    }

    private static Fault late(Duration atMost, @Nullable Throwable cause) {
        log.debug("A barrier was not reached", cause);
        return new Fault(
                        WarehouseFault.MIRROR_LATE,
                        "the mirror did not catch up within " + atMost.toMillis() + " ms: wait, then try again",
                        cause == null ? new SQLException("unknown") : cause)
                .with("millis", atMost.toMillis());
    }
}
