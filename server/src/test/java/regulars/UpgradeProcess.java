package regulars;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import regulars.boot.Upgrade;

/** An upgrade in a process of its own, to be killed. Run with a JDBC address and the data folder. */
public final class UpgradeProcess {
    private UpgradeProcess() {}

    public static Process start(TestPostgres database, Path data, Path log) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                UpgradeProcess.class.getName(),
                database.jdbcUrl(),
                data.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    public static void main(String[] arguments) {
        var config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setConnectionInitSql("set time zone 'UTC'");
        try (var pool = new HikariDataSource(config)) {
            Upgrade.of(pool, Path.of(arguments[1])).run();
        }
    }
}
