package regulars.channels;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A sending node in a process of its own, to be killed. Run with a JDBC address, user, password and an SMTP port. */
final class SenderProcess implements AutoCloseable {
    private final Process process;

    private SenderProcess(Process process) {
        this.process = process;
    }

    static SenderProcess start(postgres.EmbeddedPostgres database, int smtpPort, Path log) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true",
                "-cp",
                System.getProperty("java.class.path"),
                SenderProcess.class.getName(),
                database.jdbcUrl(),
                database.user(),
                database.password(),
                Integer.toString(smtpPort));
        return new SenderProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    /** As kill -9 does: nothing of it runs any more when this returns. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    static HikariDataSource pool(String url, String user, String password) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(2000);
        config.setInitializationFailTimeout(-1); // it may be started while the database is away
        return new HikariDataSource(config);
    }

    static SenderFixture fixture(DataSource pool, int smtpPort) {
        var source = new SenderFixture.Greeting(Set.of());
        return new SenderFixture(DSL.using(pool, SQLDialect.POSTGRES), InstantSource.system(), smtpPort, source);
    }

    public static void main(String[] arguments) throws InterruptedException {
        var pool = pool(arguments[0], arguments[1], arguments[2]);
        fixture(pool, Integer.parseInt(arguments[3])).sender.start();
        new CountDownLatch(1).await();
    }
}
