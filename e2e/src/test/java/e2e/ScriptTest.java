package e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./regulars} says on machines that lack something: run in a project and on a PATH of its own. */
class ScriptTest {
    private static final List<String> TOOLS = List.of(
            "sh",
            "awk",
            "basename",
            "cat",
            "cksum",
            "date",
            "df",
            "dirname",
            "find",
            "grep",
            "head",
            "id",
            "ls",
            "mkdir",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "tail",
            "tee",
            "tr",
            "xargs");

    private record Ended(int code, String output) {}

    @TempDir
    Path machine;

    private Path project;
    private Path programs;

    @BeforeEach
    void furnish() throws IOException {
        project = Files.createDirectory(machine.resolve("project"));
        programs = Files.createDirectory(machine.resolve("bin"));
        Files.copy(Path.of("..", "regulars"), project.resolve("regulars"));
        for (var tool : TOOLS) program(programs.resolve(tool), "exec " + located(tool) + " \"$@\"");
    }

    @Test
    void explainsItselfAndRefusesAnUnknownCommand() throws Exception {
        assertThat(regulars("help")).isEqualTo(regulars());
        assertThat(regulars("help").output()).contains("run", "demo", "test", "bench", "REGULARS_DATA", "Exit codes");
        assertThat(regulars("help").code()).isZero();

        var unknown = regulars("dance");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.output()).contains("no command 'dance'");
    }

    @Test
    void namesTheJdkItMisses() throws Exception {
        change("NEEDED_JDK=25", "NEEDED_JDK=99");

        expect(regulars("run"), 10, "No JDK 99", "REGULARS_JAVA_HOME");
    }

    @Test
    void findsTheJdkItIsTold() throws Exception {
        change("NEEDED_JDK=25", "NEEDED_JDK=99");
        var home = Files.createDirectories(machine.resolve("jdk/bin")).getParent();
        program(home.resolve("bin/javac"), "true");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"99.0.1\"\n");

        expect(regulars(Map.of("REGULARS_JAVA_HOME", home.toString()), "run"), 12, "Maven 3.8");
    }

    @Test
    void namesTheNodeItMisses() throws Exception {
        Files.createDirectories(project.resolve("web/src"));
        expect(regulars("run"), 11, "Node.js is missing", "20");

        program(programs.resolve("node"), "echo v18.20.1");
        expect(regulars("run"), 11, "Node.js here is v18.20.1", "20");

        program(programs.resolve("node"), "echo v20.1.0");
        expect(regulars("run"), 11, "npm is missing");
    }

    @Test
    void namesTheMavenItMissesAndTakesNoOldOne() throws Exception {
        program(programs.resolve("mvn"), "echo 'Apache Maven 3.6.3 (abc)'");

        expect(regulars("run"), 12, "Maven 3.8 or later is missing", "MVNW_REPOURL");
    }

    @Test
    void leavesTheRestToTheWrapperWhenARepositoryIsNamed() throws Exception {
        program(project.resolve("mvnw"), "echo the wrapper was called; exit 1");

        expect(regulars(Map.of("MVNW_REPOURL", "repository"), "run"), 14, "the wrapper was called");
    }

    @Test
    void saysHowMuchDiskIsMissing() throws Exception {
        change("RUN_MB=500", "RUN_MB=999999999");
        expect(regulars("run"), 13, "999999999 MB", "free some space");

        change("BUILD_MB=3000", "BUILD_MB=999999999");
        expect(regulars("test"), 13, "999999999 MB", "free some space");
    }

    @Test
    void showsTheEndOfAFailedBuild() throws Exception {
        program(
                programs.resolve("mvn"),
                "case $1 in -version) echo Apache Maven 3.9.9 ;; *) echo it broke; exit 1 ;; esac");

        expect(regulars("run"), 14, "it broke", ".build/server.log");
    }

    @Test
    void buildsOnlyWhatIsOlderThanItsSourcesAndPassesArgumentsOn() throws Exception {
        change("NEEDED_JDK=25", "NEEDED_JDK=99");
        var home = Files.createDirectories(machine.resolve("jdk/bin")).getParent();
        program(home.resolve("bin/javac"), "true");
        program(home.resolve("bin/java"), "echo \"java got: $*\"");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"99\"\n");
        Files.createDirectories(project.resolve("server/target"));
        Files.writeString(project.resolve("server/target/regulars-server-1-exec.jar"), "");

        var demo = regulars(Map.of("REGULARS_JAVA_HOME", home.toString(), "REGULARS_MEMORY", "1g"), "demo", "--check");

        expect(demo, 0, "-Xmx1g", "regulars-server-1-exec.jar demo --check");
        assertThat(demo.output()).doesNotContain("Building");
    }

    @Test
    void namesFilesFromWhereThePersonStandsAndTakesASmallHeapForCommands() throws Exception {
        change("NEEDED_JDK=25", "NEEDED_JDK=99");
        var home = Files.createDirectories(machine.resolve("jdk/bin")).getParent();
        program(home.resolve("bin/javac"), "true");
        program(home.resolve("bin/java"), "echo \"java got: $* from $REGULARS_CALLER\"");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"99\"\n");
        Files.createDirectories(project.resolve("server/target"));
        Files.writeString(project.resolve("server/target/regulars-server-1-exec.jar"), "");
        var settings = Map.of("REGULARS_JAVA_HOME", home.toString());

        for (var command : List.of("backup", "restore", "upgrade", "password", "doctor")) {
            expect(
                    regulars(settings, command, "x.zip"),
                    0,
                    "-Xmx256m",
                    "-exec.jar " + command + " x.zip from " + Path.of("").toAbsolutePath());
        }
        assertThat(regulars("help").output())
                .contains("backup [FILE]", "restore FILE", "upgrade", "password EMAIL", "doctor", "release");
    }

    private static void expect(Ended ended, int code, String... words) {
        assertThat(ended.output()).contains(words);
        assertThat(ended.code()).isEqualTo(code);
    }

    private Ended regulars(String... arguments) throws Exception {
        return regulars(Map.of(), arguments);
    }

    private Ended regulars(Map<String, String> settings, String... arguments) throws Exception {
        var builder = new ProcessBuilder(project.resolve("regulars").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("HOME", machine.toString());
        builder.environment().putAll(settings);
        var process = builder.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private void change(String from, String to) throws IOException {
        var script = project.resolve("regulars");
        var text = Files.readString(script);
        assertThat(text).contains(from);
        Files.writeString(script, text.replace(from, to));
    }

    private static void program(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path located(String tool) {
        return List.of("/usr/bin", "/bin", "/usr/local/bin").stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(tool + " is not on this machine"));
    }
}
