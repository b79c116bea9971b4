package regulars;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.util.FileSystemUtils;
import postgres.EmbeddedPostgres;
import postgres.Settings;
import schema.Migrations;

/**
 * A real PostgreSQL for tests: one server a JVM, migrated once into a template; each test class gets a fresh copy.
 * Use as a static {@code @RegisterExtension}, or by {@link #create()} and {@link #close()} by hand.
 */
public final class TestPostgres implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final List<Runnable> BEFORE_STOP = new CopyOnWriteArrayList<>();
    private static @Nullable EmbeddedPostgres server;

    private final String name = "test_" + COUNTER.incrementAndGet();
    private @Nullable HikariDataSource pool;

    public TestPostgres create() {
        execute("create database " + name + " template regulars_template");
        pool = pool(server(), name, 8);
        return this;
    }

    /** Without a schema: what a restore or an old version begins with. */
    public TestPostgres createEmpty() {
        execute("create database " + name);
        pool = pool(server(), name, 8);
        return this;
    }

    @Override
    public void close() {
        requireNonNull(pool).close();
        execute("drop database " + name + " with (force)");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        create();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** Takes part in Spring transactions, as the product's does. */
    public DataSource dataSource() {
        return new TransactionAwareDataSourceProxy(requireNonNull(pool, "create() comes first"));
    }

    public DSLContext dsl() {
        return DSL.using(dataSource(), SQLDialect.POSTGRES);
    }

    /** With the user and password in it. */
    public String jdbcUrl() {
        return url(server(), name);
    }

    private static void execute(String sql) {
        execute(server(), sql);
    }

    private static void execute(EmbeddedPostgres started, String sql) {
        try (var connection = started.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) server = start();
        return server;
    }

    private static EmbeddedPostgres start() {
        try {
            var folder = Files.createTempDirectory("regulars-test-postgres");
            var started = EmbeddedPostgres.start(Settings.forTests(folder).with("max_connections", "200"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, folder)));
            execute(started, "create database regulars_template");
            try (var template = pool(started, "regulars_template", 2)) {
                Migrations.run(template);
            }
            return started;
        } catch (IOException e) {
            throw new IllegalStateException("the test PostgreSQL does not start", e);
        }
    }

    /** Runs when the JVM ends, while the server still answers: what uses it must be gone before it is. */
    static void beforeStop(Runnable last) {
        BEFORE_STOP.add(last);
    }

    private static void stop(EmbeddedPostgres started, Path folder) {
        BEFORE_STOP.forEach(Runnable::run);
        started.close();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    private static String url(EmbeddedPostgres started, String database) {
        return started.jdbcUrl(database) + "&user=" + started.user() + "&password=" + started.password()
                + "&reWriteBatchedInserts=true";
    }

    private static HikariDataSource pool(EmbeddedPostgres started, String database, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(url(started, database));
        config.setConnectionInitSql("set time zone 'UTC'");
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }
}
