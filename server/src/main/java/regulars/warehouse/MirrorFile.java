package regulars.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBConnection;
import regulars.kernel.Fault;

/**
 * One open DuckDB file: a connection that writes, used under the feed's lock, and a few that read, lent to any thread.
 * A retired file answers those who still read it, then closes and deletes itself.
 */
final class MirrorFile implements AutoCloseable {
    private static final long BLOCK_HEADERS = 3 * 4096L;

    private final Path path;
    private final DuckDBConnection writer;
    private final Semaphore seats;
    private final int readers;
    private final Deque<DuckDBConnection> idle = new ArrayDeque<>();
    private boolean retired;
    private int lent;

    private MirrorFile(Path path, DuckDBConnection writer, int readers) {
        this.path = path;
        this.writer = writer;
        this.readers = readers;
        this.seats = new Semaphore(readers, true);
    }

    /**
     * Opens the file, or makes it. DuckDB is locked down before anything is asked: no files, no network, no extensions,
     * no settings; memory and threads are capped.
     *
     * @throws SQLException when it is damaged
     */
    static MirrorFile open(Path path, MirrorSettings settings) throws SQLException {
        var properties = new Properties();
        properties.setProperty("memory_limit", (settings.memoryBytes() >> 20) + "MiB");
        properties.setProperty("threads", String.valueOf(settings.threadCount()));
        properties.setProperty("temp_directory", path.resolveSibling("spill").toString());
        properties.setProperty("scheduler_process_partial", "true"); // a long question lets the short ones in
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("autoinstall_known_extensions", "false");
        var connection =
                DriverManager.getConnection("jdbc:duckdb:" + path, properties).unwrap(DuckDBConnection.class);
        try (var statement = connection.createStatement()) {
            requireWhole(path, statement);
            statement.execute("set global TimeZone = 'UTC'");
            statement.execute("set enable_external_access = false");
            statement.execute("set lock_configuration = true");
            return new MirrorFile(path, connection, settings.readers());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * A cut-off file opens without a word and fails at the first query that misses a block. One that was closed in order
     * may end before blocks that are free.
     */
    private static void requireWhole(Path path, Statement statement) throws SQLException {
        try (var size = statement.executeQuery("select used_blocks * block_size from pragma_database_size()")) {
            size.next();
            long needed = size.getLong(1);
            if (needed > 0 && Files.size(path) < needed + BLOCK_HEADERS) {
                throw new SQLException("the file is " + Files.size(path) + " bytes and should be " + needed);
            }
        } catch (IOException e) {
            throw new SQLException("the file cannot be measured", e);
        }
    }

    DuckDBConnection writer() {
        return writer;
    }

    Path path() {
        return path;
    }

    long bytes() {
        return size(path) + size(wal());
    }

    /**
     * A connection that only this caller uses until it closes the loan; null when the file has been retired meanwhile.
     *
     * @throws Fault when none gets free in time
     */
    Loan lend(Duration atMost) throws SQLException {
        try {
            if (!seats.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Fault(
                                WarehouseFault.MIRROR_BUSY,
                                "all " + readers + " readers of the mirror are busy: try again in a moment")
                        .with("readers", readers);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(WarehouseFault.MIRROR_BUSY, "stopped while waiting for a reader of the mirror", e);
        }
        try {
            return new Loan(take());
        } catch (SQLException e) {
            seats.release();
            throw e;
        }
    }

    private synchronized DuckDBConnection take() throws SQLException {
        if (retired && lent == 0) throw new Retired();
        var connection = idle.isEmpty() ? writer.duplicate() : idle.pop();
        lent++;
        return connection;
    }

    private synchronized void giveBack(DuckDBConnection connection) {
        lent--;
        idle.push(connection);
        if (retired && lent == 0) closeAndDelete();
    }

    /** Closes and deletes the file as soon as nobody reads it. */
    synchronized void retire() {
        retired = true;
        if (lent == 0) closeAndDelete();
    }

    private void closeAndDelete() {
        close();
        delete(path);
    }

    @Override
    public synchronized void close() {
        try {
            for (var connection : idle) connection.close();
            idle.clear();
            writer.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the mirror's file " + path + " does not close", e);
        }
    }

    private Path wal() {
        return path.resolveSibling(path.getFileName() + ".wal");
    }

    /** Deletes the file with its write-ahead log. */
    static void delete(Path path) {
        try {
            Files.deleteIfExists(path.resolveSibling(path.getFileName() + ".wal"));
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The file went out of use between finding it and reading it: find the next one. */
    static final class Retired extends SQLException {
        private static final long serialVersionUID = 1L;

        Retired() {
            super("this file of the mirror is retired");
        }
    }

    /** A reading connection, lent. */
    final class Loan implements AutoCloseable {
        private final DuckDBConnection connection;

        private Loan(DuckDBConnection connection) {
            this.connection = connection;
        }

        DuckDBConnection connection() {
            return connection;
        }

        /** Begins a read-only transaction, and holds the state of now: DuckDB does so at the first look at a table. */
        Loan begun() throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("begin transaction read only");
                statement.execute("select watermark from feed.meta");
                return this;
            } catch (SQLException e) {
                close();
                throw e;
            }
        }

        void rollback() throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("rollback");
            }
        }

        @Override
        public void close() {
            giveBack(connection);
            seats.release();
        }
    }
}
