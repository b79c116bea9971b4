package bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The product in a process of its own that takes commands by lines: {@code ready} first, then an answer to each. */
final class TargetProcess implements AutoCloseable {
    private static final String ANSWER = "answer ";

    private final Process process;
    private final BufferedReader answers;
    private final Writer commands;

    /** @param target whose {@code main} is given the data folder and the port */
    TargetProcess(Class<?> target, Path work, int port, int heapMegabytes) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(
                        java,
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:+UseG1GC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Duser.timezone=UTC",
                        "-Dorg.jooq.no-logo=true",
                        "-Dorg.jooq.no-tips=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        target.getName(),
                        work.resolve("data").toString(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        commands = process.outputWriter(StandardCharsets.UTF_8);
        await("ready");
    }

    String ask(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        return await(ANSWER).substring(ANSWER.length());
    }

    private String await(String word) throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(word)) return line;
        }
        throw new IOException("the product ended before it said '" + word + "'");
    }

    /** The end of its input is the process's sign to close the product, its PostgreSQL too. */
    @Override
    public void close() throws IOException, InterruptedException {
        commands.close();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            process.waitFor();
        }
        answers.close();
    }
}
