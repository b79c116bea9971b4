package regulars.boot;

import static regulars.boot.Exit.DATABASE_NOT_USABLE;
import static regulars.boot.Exit.NEWER_DATA;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import postgres.EmbeddedPostgres;
import postgres.Login;
import postgres.PostgresFault;
import postgres.Settings;
import regulars.backup.BackupFault;
import schema.Migrations;

/** The truth, open and migrated to this version: embedded under the data folder, or somebody's own server. */
final class Database implements AutoCloseable {
    private static final int OLDEST_MAJOR = 17;
    private static final int CONNECTIONS = 20;
    private static final int IDLE_CONNECTIONS = 4;

    private final Optional<EmbeddedPostgres> embedded;
    private final HikariDataSource pool;

    private Database(Optional<EmbeddedPostgres> embedded, HikariDataSource pool) {
        this.embedded = embedded;
        this.pool = pool;
    }

    static Database open(StartSettings settings) {
        var database = connect(settings);
        try {
            Upgrade.of(database.pool, settings.data()).run();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw told(e);
        }
    }

    /** As it is: nothing is migrated. */
    static Database connect(StartSettings settings) {
        if (settings.database().isPresent())
            return connected(Optional.empty(), settings.database().get());
        try {
            var postgres =
                    EmbeddedPostgres.start(Settings.durable(settings.data().resolve("postgres")));
            var url = new DatabaseUrl(postgres.jdbcUrl(), postgres.user(), postgres.password());
            return connected(Optional.of(postgres), url);
        } catch (PostgresFault e) {
            throw new StartFault(exit(e), e.getMessage(), e);
        }
    }

    /** The embedded one that the running product has started. */
    static Database connectToRunning(StartSettings settings) {
        var folder = settings.data().resolve("postgres");
        var login = Login.toRunning(folder)
                .orElseThrow(() -> new StartFault(
                        Exit.FOLDER_IN_USE,
                        "Another process uses " + settings.data()
                                + " and its database does not answer yet: wait until it has started or stopped"));
        return connected(Optional.empty(), new DatabaseUrl(login.jdbcUrl(), login.user(), login.password()));
    }

    /** Connections obtained from it take part in Spring's transactions. */
    DataSource dataSource() {
        return new TransactionAwareDataSourceProxy(pool);
    }

    @Override
    public void close() {
        pool.close();
        embedded.ifPresent(EmbeddedPostgres::close);
    }

    private static Database connected(Optional<EmbeddedPostgres> embedded, DatabaseUrl url) {
        HikariDataSource pool = null;
        try {
            pool = pool(url);
            requireVersion(pool);
            return new Database(embedded, pool);
        } catch (RuntimeException e) {
            if (pool != null) pool.close();
            embedded.ifPresent(EmbeddedPostgres::close);
            throw told(e);
        }
    }

    static RuntimeException told(RuntimeException failure) {
        return switch (failure) {
            case Migrations.NewerDatabase e ->
                new StartFault(
                        NEWER_DATA,
                        "This data was written by a newer Regulars (" + e.getMessage()
                                + "): start that version, or restore a backup made by this one",
                        e);
            case BackupFault e -> StartFault.of(e);
            case PoolInitializationException e ->
                new StartFault(
                        DATABASE_NOT_USABLE,
                        "The database named by REGULARS_DATABASE_URL cannot be reached (" + e.getMessage()
                                + "): check that it runs, its address, user and password",
                        e);
            default -> failure;
        };
    }

    private static HikariDataSource pool(DatabaseUrl url) {
        var config = new HikariConfig();
        config.setPoolName("postgres");
        config.setJdbcUrl(url.jdbc());
        config.setUsername(url.user());
        config.setPassword(url.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(IDLE_CONNECTIONS);
        config.setConnectionInitSql("set time zone 'UTC'"); // the driver would send the machine's zone
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "regulars");
        config.addDataSourceProperty("logServerErrorDetail", "false"); // the detail carries the values of a row
        return new HikariDataSource(config);
    }

    private static void requireVersion(DataSource pool) {
        try (var connection = pool.getConnection()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version >= OLDEST_MAJOR) return;
            throw new StartFault(
                    DATABASE_NOT_USABLE,
                    "The database named by REGULARS_DATABASE_URL is PostgreSQL %d: Regulars needs %d or later"
                            .formatted(version, OLDEST_MAJOR));
        } catch (SQLException e) {
            throw new StartFault(DATABASE_NOT_USABLE, "The database does not answer: " + e.getMessage(), e);
        }
    }

    static Exit exit(PostgresFault fault) {
        return switch (fault.kind()) {
            case FOLDER_NOT_USABLE -> Exit.FOLDER_NOT_USABLE;
            case FOLDER_IN_USE -> Exit.FOLDER_IN_USE;
            case DISK_FULL -> Exit.DISK_FULL;
            case OTHER_VERSION -> Exit.NEWER_DATA;
            case PROGRAMS_MISSING, NOT_STARTED -> DATABASE_NOT_USABLE;
        };
    }
}
