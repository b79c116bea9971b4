package bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import regulars.channels.DuplicateWindow;

/**
 * A sending to 50,000 people through the product, killed again and again (the program, its PostgreSQL, both) at random
 * points, and counted at the SMTP server that receives. Arguments: recipients, seed.
 */
final class KillBench implements Benchmark {
    private static final int RECIPIENTS = 50_000;
    private static final int CONNECTIONS = 4;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private enum Victim {
        PROGRAM,
        DATABASE,
        BOTH
    }

    private static final List<Victim> KILLS = List.of(
            Victim.PROGRAM,
            Victim.DATABASE,
            Victim.BOTH,
            Victim.PROGRAM,
            Victim.DATABASE,
            Victim.BOTH,
            Victim.PROGRAM,
            Victim.BOTH);

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        int recipients = arguments.isEmpty() ? RECIPIENTS : Integer.parseInt(arguments.getFirst());
        long seed = arguments.size() < 2 ? System.nanoTime() : Long.parseLong(arguments.get(1));
        var work = Files.createTempDirectory("regulars-bench-kill-");
        try (var sink = new CountingSink();
                var target = new Target(work, recipients, sink.port())) {
            double rate = killed(sink, target, recipients, new Random(seed));
            return figures(sink, recipients, rate, seed);
        }
    }

    /** Answers the messages a second of the stretch before the first kill, where nothing disturbs. */
    private static double killed(CountingSink sink, Target target, int recipients, Random random) throws Exception {
        target.start();
        await("the first mail", () -> sink.total() > 0);
        long first = System.nanoTime();
        double rate = 0;
        int part = recipients / (KILLS.size() + 1);
        for (int i = 0; i < KILLS.size(); i++) {
            int at = part * i + part / 2 + random.nextInt(part);
            await("mail number " + at, () -> sink.total() >= at);
            if (i == 0) rate = sink.total() / ((System.nanoTime() - first) / 1e9);
            System.out.printf("kill %d at %d mails: %s%n", i + 1, sink.total(), KILLS.get(i));
            target.kill(KILLS.get(i));
        }
        await("everybody", () -> sink.recipients() >= recipients);
        target.awaitQuiet(sink);
        return rate;
    }

    private static Map<String, Object> figures(CountingSink sink, int recipients, double rate, long seed) {
        int lost = recipients - sink.recipients();
        int window = DuplicateWindow.of(CONNECTIONS).size();
        long repeated = sink.repeated();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("holds", lost == 0 && repeated <= (long) window * KILLS.size() && sink.sameIds());
        figures.put("recipients", recipients);
        figures.put("lost", lost);
        figures.put("duplicates", repeated);
        figures.put("same_message_id", sink.sameIds());
        figures.put("window", window);
        figures.put("kills", KILLS.size());
        figures.put("messages_per_s", Math.round(rate));
        figures.put("seed", seed);
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        figures.put("java", Runtime.version().toString());
        return figures;
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new IllegalStateException("still waiting for " + what);
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** The product in a process of its own, and its PostgreSQL beside it. */
    private static final class Target implements AutoCloseable {
        private static final Duration QUIET = Duration.ofSeconds(40);

        private final Path data;
        private final File log;
        private final List<String> arguments;
        private Process process;

        Target(Path work, int recipients, int smtpPort) throws IOException {
            data = work.resolve("data");
            log = work.resolve("product.log").toFile();
            arguments = List.of(
                    data.toString(),
                    Integer.toString(freePort()),
                    Integer.toString(smtpPort),
                    Integer.toString(recipients));
            process = new ProcessBuilder("true").start();
            System.out.println("the product's words: " + log);
        }

        void start() throws IOException {
            var command = new java.util.ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-Xmx700m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
            command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-Duser.timezone=UTC"));
            command.addAll(List.of("-Dorg.jooq.no-logo=true", "-Dorg.jooq.no-tips=true"));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), KillTarget.class.getName()));
            command.addAll(arguments);
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        }

        void kill(Victim victim) throws IOException, InterruptedException {
            if (victim != Victim.PROGRAM) killDatabase();
            if (victim == Victim.DATABASE) return; // the program starts it again by itself
            process.destroyForcibly();
            process.waitFor();
            start();
        }

        /** The first line of postmaster.pid is the process that all of PostgreSQL hangs on. */
        private void killDatabase() throws IOException {
            try (var files = Files.find(data, 4, (path, about) -> path.endsWith("postmaster.pid"))) {
                for (var file : files.toList()) {
                    long pid =
                            Long.parseLong(Files.readAllLines(file).getFirst().strip());
                    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
                }
            }
        }

        /** Late repetitions would come within a lease and a retry of the last mail. */
        void awaitQuiet(CountingSink sink) {
            long since = System.nanoTime();
            int seen = sink.total();
            while (System.nanoTime() - since < QUIET.toNanos()) {
                LockSupport.parkNanos(50_000_000);
                if (sink.total() == seen) continue;
                seen = sink.total();
                since = System.nanoTime();
            }
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }
}
