package bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/** {@link SendTarget} in a process of its own, its PostgreSQL beside it, and its API; it is killed and started again. */
final class SendProduct implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(40);

    enum Victim {
        PROGRAM,
        DATABASE,
        BOTH
    }

    private final Path work;
    private final File log;
    private final int people;
    private final int smtpPort;
    private final Thread sweeper = new Thread(this::sweep);
    private volatile Process process;
    private BenchApi api = new BenchApi(1);

    SendProduct(Path work, int people, int smtpPort) throws IOException, InterruptedException {
        this.work = work;
        this.log = work.resolve("product.log").toFile();
        this.people = people;
        this.smtpPort = smtpPort;
        Runtime.getRuntime().addShutdownHook(sweeper);
        this.process = start();
        awaitReady();
    }

    BenchApi api() {
        return api;
    }

    /** Where the product says what it does. */
    File log() {
        return log;
    }

    private Process start() throws IOException {
        int port = Ports.free();
        api.close();
        api = new BenchApi(port);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx768m", "-XX:+UseG1GC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-Duser.timezone=UTC"));
        command.addAll(List.of("-Dorg.jooq.no-logo=true", "-Dorg.jooq.no-tips=true"));
        command.addAll(extra());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SendTarget.class.getName()));
        command.add(work.resolve("data").toString());
        command.addAll(List.of(Integer.toString(port), Integer.toString(smtpPort), Integer.toString(people)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** For a look inside: REGULARS_BENCH_JVM holds flags for the product's JVM, a recording for example. */
    private static List<String> extra() {
        var flags = System.getenv().getOrDefault("REGULARS_BENCH_JVM", "").strip();
        return flags.isEmpty() ? List.of() : List.of(flags.split("\\s+"));
    }

    /** The key comes with the base, so an answer means that the base is there too. */
    void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (true) {
            try {
                api.get("/api/v1/sending");
                return;
            } catch (IOException e) {
                if (!process.isAlive())
                    throw new IOException("the product ended with code " + process.exitValue() + ", see " + log, e);
                if (System.nanoTime() > deadline)
                    throw new IOException("the product is not ready after " + LONGEST_START + ", see " + log, e);
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    /** Seconds of processor time so far. */
    record Cpu(double program, double database) {}

    Cpu cpu() {
        return new Cpu(
                seconds(process.toHandle()),
                process.descendants().mapToDouble(SendProduct::seconds).sum());
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** As kill -9 does; a killed program is started again at once, and starts its killed PostgreSQL itself. */
    void kill(Victim victim) throws IOException, InterruptedException {
        if (victim != Victim.PROGRAM) killDatabase();
        if (victim == Victim.DATABASE) return;
        process.destroyForcibly();
        process.waitFor();
        process = start();
    }

    /** The first line of postmaster.pid is the process that all of PostgreSQL hangs on. */
    private void killDatabase() throws IOException {
        try (var files = Files.find(work, 5, (path, about) -> path.endsWith("postmaster.pid"))) {
            for (var file : files.toList()) {
                long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    /** Nothing of it stays, also when the bench itself is interrupted. */
    private void sweep() {
        try {
            process.destroyForcibly();
            killDatabase();
        } catch (IOException | NumberFormatException e) {
            System.err.println("left behind in " + work + ": " + e);
        }
    }

    /** Stops in order and takes the folder away. */
    @Override
    public void close() throws IOException, InterruptedException {
        api.close();
        process.destroy();
        boolean stopped = process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
        if (!stopped) sweep();
        Runtime.getRuntime().removeShutdownHook(sweeper);
    }

    /** After a success; a failure leaves the folder to be looked at. */
    void forget() throws IOException {
        FileSystemUtils.deleteRecursively(work);
    }
}
