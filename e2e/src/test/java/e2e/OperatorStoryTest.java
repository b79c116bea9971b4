package e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
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
            login = settledOwner(product);
            var asked = new Asked(product, login);
            expect(run(data, "backup", backup.toString()), 0, "every checksum right");
            asked.afterTheBackup();
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
        var restored = run(data, "restore", backup.toString(), "--into", elsewhere.toString());
        expect(restored, 0, "Nothing is sent until");
        expect(restored, 0, "erasures, stops and withdrawals were made");
        try (var product = new RunningProduct(elsewhere);
                var person = new Person(product.address())) {
            assertThat(person.signIn(login))
                    .as("with the password of the day of the backup")
                    .isEqualTo(200);
            Asked.requireDone(person);
            assertThat(textsIn(elsewhere)).as("the planted word").doesNotContain(Asked.WORD);
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

    private static List<String> settledOwner(RunningProduct product) throws Exception {
        var login = product.ownerLogin();
        try (var person = new Person(product.address())) {
            assertThat(person.signIn(login)).isEqualTo(200);
            assertThat(person.choosePassword(login.get(1), "a long sentence of mine"))
                    .isEqualTo(204);
        }
        return List.of(login.get(0), "a long sentence of mine");
    }

    /** What a backup of the running product holds of every table. */
    private String textsIn(Path data) throws Exception {
        var file = machine.resolve("look.zip");
        expect(run(data, "backup", file.toString()), 0, "every checksum right");
        var texts = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                try (var content = zip.getInputStream(entry)) {
                    texts.append(new String(content.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return texts.toString().toLowerCase(Locale.ROOT);
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

            var ended = run(data, "password", old.get(0).toUpperCase(Locale.ROOT));

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
