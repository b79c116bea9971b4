package e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What the owner of the machine does, with the jar alone: save, look, bring back, reset a password. */
class OperatorStoryTest {
    private record Ended(int code, String output) {}

    @TempDir
    Path machine;

    @Test
    void savesARunningProductAndBringsItBackSilent() throws Exception {
        var data = Files.createDirectory(machine.resolve("data"));
        var backup = machine.resolve("shop.zip");
        List<String> login;
        try (var product = new RunningProduct(data)) {
            login = product.ownerLogin();
            expect(run(data, "backup", backup.toString()), 0, "every checksum right");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                    .isEqualTo("rw-------");
            expect(run(data, "backup", backup.toString()), 26, "overwrites nothing");
            expect(run(data, "restore", backup.toString()), 21, "Another process uses");
            expect(run(data, "upgrade", "--dry-run"), 0, "at this version already");
            examine(product, data);
            resetPassword(product, data, login);
            nameNobodyInTheLogs(product, data);
        }
        expect(run(data, "restore", backup.toString()), 26, "--into");
        var elsewhere = machine.resolve("elsewhere");
        expect(run(data, "restore", backup.toString(), "--into", elsewhere.toString()), 0, "Nothing is sent until");
        try (var product = new RunningProduct(elsewhere);
                var person = new Person(product.address())) {
            assertThat(person.signIn(login))
                    .as("with the password of the day of the backup")
                    .isEqualTo(200);
            assertThat(person.choosePassword(login.get(1), "a long sentence of mine"))
                    .isEqualTo(204);
            assertThat(person.json("/health").path("parts").path("sending").asString())
                    .isEqualTo("held");
            assertThat(person.json("/api/v1/sending/hold").path("held").asBoolean())
                    .isTrue();
            assertThat(person.send("DELETE", "/api/v1/sending/hold", null).statusCode())
                    .isEqualTo(200);
            assertThat(person.json("/health").path("parts").path("sending").asString())
                    .isEqualTo("ok");
        }
    }

    private void examine(RunningProduct product, Path data) throws Exception {
        var settings = Map.of(
                "REGULARS_PORT",
                Integer.toString(product.address().getPort()),
                "REGULARS_URL",
                product.address().toString());
        var ended = run(data, settings, "doctor", "--json");

        var json = ended.output()
                .lines()
                .filter(line -> line.startsWith("["))
                .findFirst()
                .orElseThrow();
        var levels = new java.util.TreeMap<String, String>();
        for (var finding : JsonMapper.shared().readTree(json))
            levels.put(finding.path("check").asString(), finding.path("level").asString());
        assertThat(levels)
                .containsEntry("product", "ok")
                .containsEntry("database", "ok")
                .containsEntry("clock", "ok")
                .containsEntry("mail", "warn")
                .containsEntry("address", "warn")
                .containsKeys("disk", "memory", "folder", "mirror", "sending", "version");
        assertThat(ended.code()).isEqualTo(levels.containsValue("fail") ? 27 : 0);
    }

    private void resetPassword(RunningProduct product, Path data, List<String> old) throws Exception {
        expect(run(data, "password", "nobody@example.com"), 2, "nobody signs in as");
        try (var before = new Person(product.address());
                var after = new Person(product.address())) {
            assertThat(before.signIn(old)).isEqualTo(200);

            var ended = run(data, "password", old.get(0).toUpperCase(java.util.Locale.ROOT));

            var file = data.resolve("new-password.txt");
            var fresh = Files.readAllLines(file);
            expect(ended, 0, "new-password.txt");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(ended.output()).doesNotContain(fresh.get(1));
            assertThat(Files.readString(product.log())).doesNotContain(fresh.get(1));
            assertThat(before.send("GET", "/api/v1/session", null).statusCode()).isEqualTo(401);
            assertThat(after.signIn(old)).isEqualTo(401);
            assertThat(after.signIn(fresh)).isEqualTo(200);
        }
    }

    /** Sign-ins that fail, a mail that cannot leave, a body that cannot be read: none of them shows an address. */
    private static void nameNobodyInTheLogs(RunningProduct product, Path data) throws Exception {
        try (var person = new Person(product.address())) {
            assertThat(person.signIn(List.of("ann@example.com", "wrong password")))
                    .isEqualTo(401);
            assertThat(person.send("POST", "/api/v1/session", "ann@example.com +380441234567")
                            .statusCode())
                    .isBetween(400, 499);
        }
        assertThat(Files.readString(product.log())).contains("Ready at").doesNotContain("@", "+380441234567");
        assertThat(Files.readString(data.resolve("postgres/postgres.log"))).doesNotContain("@", "+380441234567");
    }

    private static void expect(Ended ended, int code, String words) {
        assertThat(ended.output()).contains(words);
        assertThat(ended.code()).isEqualTo(code);
    }

    private static Ended run(Path data, String... words) throws Exception {
        return run(data, Map.of(), words);
    }

    /** With nothing but a JDK: no flag of ours. */
    private static Ended run(Path data, Map<String, String> settings, String... words) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx300m", "-jar", RunningProduct.jar().toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("REGULARS_DATA", data.toString());
        builder.environment().putAll(settings);
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
