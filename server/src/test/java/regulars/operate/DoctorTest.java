package regulars.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import regulars.TestPostgres;
import regulars.boot.StartSettings;
import regulars.channels.CountingSmtpServer;

/** The doctor beside a database of its own; the script's test asks it beside a running product. */
class DoctorTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @TempDir
    Path data;

    @Test
    void saysWhatIsWellWhatIsNotAndWhatToDo() {
        var findings = examine(Map.of());

        assertThat(levels(findings))
                .containsEntry("database", Finding.Level.OK)
                .containsEntry("clock", Finding.Level.OK)
                .containsEntry("data", Finding.Level.OK)
                .containsEntry("mail", Finding.Level.WARN)
                .containsEntry("segments", Finding.Level.SKIP)
                .containsEntry("product", Finding.Level.SKIP)
                .containsEntry("folder", Finding.Level.OK);
        assertThat(findings)
                .filteredOn(finding -> finding.level() == Finding.Level.WARN || finding.level() == Finding.Level.FAIL)
                .allSatisfy(finding -> assertThat(finding.remedy()).isNotBlank());
    }

    @Test
    void logsInAtTheMailServerAndSendsNothing() {
        try (var server = new CountingSmtpServer()) {
            mail(server.port());
            assertThat(examine(Map.of()))
                    .filteredOn(finding -> finding.check().equals("mail"))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.level()).isEqualTo(Finding.Level.WARN))
                    .satisfies(mail -> assertThat(mail.detail()).contains("without TLS"));
            assertThat(server.total()).isZero();
        }
        assertThat(levels(examine(Map.of()))).containsEntry("mail", Finding.Level.FAIL);
        POSTGRES.dsl().execute("delete from channels.settings");
    }

    private static void mail(int port) {
        POSTGRES.dsl()
                .execute(
                        "insert into channels.settings (server, host, port, security) values ('smtp', '127.0.0.1', ?, 'none')"
                                + " on conflict (one) do update set port = excluded.port",
                        port);
    }

    @Test
    void tellsWhatTheLastCheckOfSegmentsFound() {
        assertThat(checked(3, "now() - interval '3 days'")).isEqualTo(Finding.Level.WARN);
        assertThat(checked(0, "now() - interval '3 days'")).isEqualTo(Finding.Level.WARN);
        assertThat(checked(0, "now()")).isEqualTo(Finding.Level.OK);
        assertThat(checked(1, "now()")).isEqualTo(Finding.Level.WARN);
        POSTGRES.dsl().execute("delete from segments.self_check");
    }

    private Finding.Level checked(int differences, String at) {
        POSTGRES.dsl()
                .execute("insert into segments.self_check (asked_at, done_at, as_of, segments, differences, details)"
                        + " values (now(), now(), " + at + ", 7, " + differences + ", '[]')");
        return Objects.requireNonNull(levels(examine(Map.of())).get("segments"));
    }

    @Test
    void seesAFolderThatOthersMayRead() throws Exception {
        var password = Files.createDirectories(data.resolve("postgres")).resolve("password");
        Files.writeString(password, "x");
        Files.setPosixFilePermissions(password, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(levels(examine(Map.of()))).containsEntry("folder", Finding.Level.FAIL);
    }

    @Test
    void saysThatADatabaseIsAwayInsteadOfEndingWithATrace() {
        var findings = examine(Map.of("REGULARS_DATABASE_URL", "postgresql://ann:secret@127.0.0.1:1/shop"));

        assertThat(levels(findings)).containsEntry("database", Finding.Level.FAIL);
        assertThat(findings.toString()).doesNotContain("secret");
    }

    private List<Finding> examine(Map<String, String> changes) {
        var environment =
                new HashMap<>(Map.of("REGULARS_DATA", data.toString(), "REGULARS_DATABASE_URL", POSTGRES.jdbcUrl()));
        environment.putAll(changes);
        return DoctorCommand.findings(StartSettings.read(environment));
    }

    private static Map<String, Finding.Level> levels(List<Finding> findings) {
        return findings.stream().collect(Collectors.toMap(Finding::check, Finding::level, (first, second) -> second));
    }
}
