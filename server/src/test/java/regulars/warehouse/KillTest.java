package regulars.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.TestPostgres;

/** Killed without warning in the middle of its rounds, the mirror resumes exactly where it was. */
class KillTest {
    private static final int KILLS = 3;

    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @Test
    void resumesExactlyAfterKillsUnderLoad() throws Exception {
        var writing = new AtomicBoolean(true);
        try (var mirror = new TestMirror(POSTGRES.dataSource());
                var writers = Executors.newFixedThreadPool(2)) {
            mirror.warehouse().close();
            for (int writer = 0; writer < 2; writer++) {
                var random = new RandomWriter(POSTGRES.dataSource(), writer);
                writers.submit(() -> {
                    random.write(writing::get);
                    return null;
                });
            }
            try {
                for (int kill = 1; kill <= KILLS; kill++) killAfter(10 + 7 * kill, mirror.folder());
                mirror.reopen();
                mirror.catchUp();
                assertThat(mirror.warehouse().verify(any -> {}).damages()).isEmpty();
            } finally {
                writing.set(false);
            }

            assertThat(mirror.told()).noneMatch(MirrorAdvanced::rebuilt);
        }
    }

    /** Kills the process when it has told of so many rounds, wherever it is then. */
    private static void killAfter(int rounds, Path folder) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path")
                                + File.pathSeparator
                                + System.getProperty("surefire.test.class.path", ""),
                        KilledMirror.class.getName(),
                        POSTGRES.jdbcUrl(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var said = new StringBuilder();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int told = 0; told < rounds; ) {
                var line = lines.readLine();
                if (line == null) throw new IllegalStateException("the mirror's process ended by itself:\n" + said);
                said.append(line).append('\n');
                if (line.matches("\\d+:\\d+:.*")) told++;
            }
            process.destroyForcibly();
        }
        process.waitFor();
    }
}
