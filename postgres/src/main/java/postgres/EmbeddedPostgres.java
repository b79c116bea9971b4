package postgres;

import static postgres.PostgresFault.Kind.FOLDER_NOT_USABLE;
import static postgres.PostgresFault.Kind.NOT_STARTED;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own on a random loopback port. It is started again when it dies under us, and a server
 * that outlived a killed application is stopped at the next start. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String DATABASE = "regulars";
    private static final int PORTS_TRIED = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final long LOG_LIMIT_BYTES = 20L << 20;

    private final Settings settings;
    private final Cluster cluster;
    private final Binaries binaries;
    private final FolderLock lock;
    private final String password;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile int port;
    private volatile Server server;

    private EmbeddedPostgres(Settings settings, FolderLock lock) throws IOException {
        this.settings = settings;
        this.lock = lock;
        this.binaries = Binaries.unpacked(settings.cache());
        this.cluster = new Cluster(settings.folder(), binaries);
        cluster.prepare(settings.durable());
        this.password = cluster.password();
        rotateLog();
        this.server = startOnFreePort();
    }

    /** Blocks until the server accepts connections. The caller closes it. */
    public static EmbeddedPostgres start(Settings settings) {
        var lock = FolderLock.of(settings.folder());
        try {
            var postgres = new EmbeddedPostgres(settings, lock);
            postgres.greet();
            return postgres;
        } catch (IOException e) {
            lock.close();
            throw new PostgresFault(
                    FOLDER_NOT_USABLE,
                    "Cannot keep a database in " + settings.folder() + " (" + e + "): check its owner and free space",
                    e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    public String jdbcUrl(String database) {
        return jdbcUrl(port, database);
    }

    static String jdbcUrl(int port) {
        return jdbcUrl(port, DATABASE);
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable&gssEncMode=disable";
    }

    public String user() {
        return Cluster.USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    /** The process id of the server's parent process; another one after it had to be started again. */
    public long pid() {
        return server.process().pid();
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user(), password());
    }

    @Override
    public synchronized void close() {
        if (closing.getCount() == 0) return;
        closing.countDown();
        try {
            server.stop();
        } catch (IOException e) {
            log.warn("PostgreSQL in {} did not stop cleanly; its next start recovers", settings.folder(), e);
        } finally {
            lock.close();
        }
    }

    private void greet() {
        try {
            requireDurability();
            createDatabase();
            watch(server);
        } catch (SQLException e) {
            close();
            throw new PostgresFault(
                    NOT_STARTED, "PostgreSQL runs but refuses our login, see " + cluster.log() + ": " + e, e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void requireDurability() throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), user(), password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show fsync")) {
            rows.next();
            if (settings.durable() && !rows.getString(1).equals("on")) {
                throw new PostgresFault(NOT_STARTED, "PostgreSQL runs with fsync off: it would lose acknowledged data");
            }
        }
    }

    private void createDatabase() throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), user(), password());
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
                if (rows.next()) return;
            }
            statement.execute("create database " + DATABASE);
        }
    }

    private Server startOnFreePort() throws IOException {
        for (int attempt = 1; attempt <= PORTS_TRIED; attempt++) {
            port = freePort();
            try {
                return startServer();
            } catch (Server.PortTaken e) {
                log.info("Port {} was taken by another program meanwhile, trying another", port);
            }
        }
        throw new PostgresFault(NOT_STARTED, "No free loopback port was found in " + PORTS_TRIED + " attempts");
    }

    private Server startServer() throws IOException, Server.PortTaken {
        var program = new Program(binaries, cluster.account(), cluster.data());
        new Leftovers(program).clear();
        cluster.configure(port, settings.configuration());
        return Server.start(program, cluster.log(), settings.startTimeout());
    }

    /** Someone may kill the server; connections of the pool break, but the address they know comes back. */
    private void watch(Server watched) {
        watched.process()
                .onExit()
                .thenRunAsync(
                        () -> startAgain(watched),
                        task -> Thread.ofVirtual().name("postgres-restart").start(task));
    }

    private void startAgain(Server dead) {
        var pause = FIRST_PAUSE;
        while (!startedAgain(dead) && !closes(pause)) {
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private synchronized boolean startedAgain(Server dead) {
        if (closing.getCount() == 0) return true;
        log.warn(
                "PostgreSQL ended by itself (code {}), starting it again",
                dead.process().exitValue());
        try {
            server = startServer();
            watch(server);
            return true;
        } catch (IOException | RuntimeException | Server.PortTaken e) {
            log.error("PostgreSQL cannot be started again yet", e);
            return false;
        }
    }

    private boolean closes(Duration within) {
        try {
            return closing.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void rotateLog() throws IOException {
        var file = cluster.log();
        if (Files.exists(file) && Files.size(file) > LOG_LIMIT_BYTES) {
            Files.move(file, file.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
