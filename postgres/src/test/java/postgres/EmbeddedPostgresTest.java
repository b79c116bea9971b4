package postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path folder;

    @Test
    void startsDurableOnLoopbackWithAPasswordOnlyTheOwnerReads() throws Exception {
        try (var postgres = start()) {
            assertThat(value(postgres, "show fsync")).isEqualTo("on");
            assertThat(value(postgres, "show data_checksums")).isEqualTo("on");
            assertThat(value(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(value(postgres, "select setting from pg_file_settings where name = 'timezone'"))
                    .isEqualTo("UTC");
            assertThat(
                            value(
                                    postgres,
                                    "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'regulars'"))
                    .isEqualTo("b C.UTF-8");
            assertThat(value(
                            postgres,
                            "select upper('їжак') || ' ' || current_setting('server_version_num')::int / 10000"))
                    .isEqualTo("ЇЖАК 18");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void keepsRowsAndPasswordOverACleanStop() throws Exception {
        String password;
        try (var postgres = start()) {
            password = postgres.password();
            execute(postgres, "create table kept as select 42 as answer");
        }
        assertThat(folder.resolve("cluster/postmaster.pid")).doesNotExist();

        try (var postgres = start()) {
            assertThat(postgres.password()).isEqualTo(password);
            assertThat(value(postgres, "select answer from kept")).isEqualTo("42");
            assertThat(Files.readString(folder.resolve("postgres.log"))).doesNotContain("not properly shut down");
        }
    }

    @Test
    void refusesAWrongPassword() {
        try (var postgres = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "wrong"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void comesBackWithCommittedRowsAtTheSameAddressAfterItsServerWasKilled() throws Exception {
        try (var postgres = start()) {
            execute(postgres, "create table kept as select 42 as answer");
            var address = postgres.jdbcUrl();
            var killed = postgres.pid();

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            await(() -> postgres.pid() != killed);
            assertThat(postgres.jdbcUrl()).isEqualTo(address);
            assertThat(value(postgres, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void stopsTheServerThatOutlivedAKilledApplicationAndKeepsItsRows() throws Exception {
        var application = application();
        var orphan = serverOf(application);

        application.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).get().matches(ProcessHandle::isAlive);

        try (var postgres = start()) {
            assertThat(postgres.pid()).isNotEqualTo(orphan);
            assertThat(value(postgres, "select answer from kept")).isEqualTo("42");
            await(() -> isGone(orphan));
        }
    }

    @Test
    void recoversWhenApplicationAndServerWereKilledTogether() throws Exception {
        var application = application();
        var orphan = serverOf(application);

        application.destroyForcibly().waitFor();
        ProcessHandle.of(orphan).orElseThrow().destroyForcibly();

        try (var postgres = start()) {
            assertThat(value(postgres, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void isNotConfusedByAPidFileThatNamesAnotherProcess() throws Exception {
        start().close();
        Files.writeString(
                folder.resolve("cluster/postmaster.pid"),
                ProcessHandle.current().pid() + "\n/x\n1\n1\n\n\n\nready\n");

        try (var postgres = start()) {
            assertThat(value(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesAFolderThatIsInUseAndLeavesItsUserAlone() throws Exception {
        try (var postgres = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOfSatisfying(
                            PostgresFault.class, e -> assertThat(e.kind()).isEqualTo(PostgresFault.Kind.FOLDER_IN_USE));
            assertThat(value(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws Exception {
        start().close();
        Files.writeString(folder.resolve("cluster/PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        PostgresFault.class, e -> assertThat(e.kind()).isEqualTo(PostgresFault.Kind.OTHER_VERSION))
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("UPGRADING.md");
    }

    @Test
    void makesTheDatabaseAnewAfterAnInterruptedCreation() throws Exception {
        Files.createDirectories(folder.resolve("cluster.new/base"));

        try (var postgres = start()) {
            assertThat(value(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void worksInAFolderWhoseParentIsClosedToOthers() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));

        try (var postgres = EmbeddedPostgres.start(Settings.durable(folder.resolve("inner")))) {
            assertThat(value(postgres, "select 1")).isEqualTo("1");
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(Settings.durable(folder));
    }

    /** Another JVM that starts the server, commits a row and then waits to be killed. */
    private Process application() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static long serverOf(Process application) throws IOException {
        var line = application.inputReader().readLine();
        assertThat(line).isNotNull();
        return Long.parseLong(line);
    }

    static final class Application {
        public static void main(String[] arguments) throws Exception {
            var postgres = EmbeddedPostgres.start(Settings.durable(Path.of(arguments[0])));
            execute(postgres, "create table kept as select 42 as answer");
            System.out.println(postgres.pid());
            LockSupport.park();
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** A zombie counts as gone: who reaps it is the machine's business. */
    private static boolean isGone(long pid) throws IOException {
        var stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            return Files.readString(stat).contains(") Z ");
        } catch (IOException e) {
            return true;
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
