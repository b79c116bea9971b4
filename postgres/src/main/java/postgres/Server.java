package postgres;

import static postgres.PostgresFault.Kind.DISK_FULL;
import static postgres.PostgresFault.Kind.NOT_STARTED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One life of the server's process, from its start to its end. */
record Server(Process process, Program program, Path log) {
    private static final int ATTENTION_MILLIS = 20;
    private static final int TAIL_BYTES = 2000;

    static final class PortTaken extends Exception {}

    /** Starts the process and waits until it accepts connections, which after a crash includes the recovery. */
    static Server start(Program program, Path log, Duration timeout) throws IOException, PortTaken {
        var before = Files.exists(log) ? Files.size(log) : 0;
        var process = program.builder("postgres", List.of("-D", Cluster.HERE))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var server = new Server(process, program, log);
        try {
            server.awaitReady(timeout, before);
            return server;
        } catch (IOException | PortTaken | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private void awaitReady(Duration timeout, long before) throws IOException, PortTaken {
        var deadline = System.nanoTime() + timeout.toNanos();
        process.getOutputStream().close();
        while (!isReady()) {
            if (ended(ATTENTION_MILLIS)) throw failure(tail(before));
            if (System.nanoTime() > deadline) {
                throw new PostgresFault(
                        NOT_STARTED, "PostgreSQL was not ready after %s: see %s".formatted(timeout, log));
            }
        }
    }

    /** The eighth line of postmaster.pid is the server's own word about its state. */
    private boolean isReady() throws IOException {
        var file = program.data().resolve("postmaster.pid");
        if (!Files.exists(file)) return false;
        var lines = Files.readAllLines(file);
        return lines.size() > 7
                && lines.getFirst().strip().equals(Long.toString(process.pid()))
                && lines.get(7).strip().equals("ready");
    }

    private PostgresFault failure(String tail) throws PortTaken {
        if (tail.contains("Address already in use")) throw new PortTaken();
        if (tail.contains("No space left on device")) {
            return new PostgresFault(DISK_FULL, "The disk of " + program.data() + " is full: free some space");
        }
        return new PostgresFault(
                NOT_STARTED,
                "PostgreSQL ended at its start (code %d): %s".formatted(process.exitValue(), tail.strip()));
    }

    private String tail(long before) throws IOException {
        try (var file = Files.newByteChannel(log)) {
            file.position(Math.max(before, file.size() - TAIL_BYTES));
            var bytes = java.nio.ByteBuffer.allocate(TAIL_BYTES);
            while (file.read(bytes) > 0) {}
            return new String(bytes.array(), 0, bytes.position(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** Ends sessions and writes a checkpoint; when that takes too long, just ends: the next start then recovers. */
    void stop() throws IOException {
        for (var mode : List.of("fast", "immediate")) {
            if (!process.isAlive()) return;
            program.run("pg_ctl", List.of("-D", Cluster.HERE, "-m", mode, "-w", "-t", "15", "stop"));
            if (ended(1000)) return;
        }
        process.destroyForcibly();
    }

    boolean ended(long millis) throws IOException {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw Program.interrupted(e);
        }
    }
}
