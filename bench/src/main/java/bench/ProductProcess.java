package bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product as an operator runs it: {@code ./regulars run} in a process of its own. */
final class ProductProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Process process;
    private final URI health;
    private final long begin = System.nanoTime();

    ProductProcess(Path root, Path data, File log) throws IOException {
        var port = Ports.free();
        var builder = new ProcessBuilder(root.resolve("regulars").toString(), "run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("REGULARS_DATA", data.toString());
        builder.environment().put("REGULARS_PORT", Integer.toString(port));
        builder.environment().remove("REGULARS_MEMORY"); // the bench's own heap is not the product's
        this.health = URI.create("http://127.0.0.1:" + port + "/health");
        this.process = builder.start();
    }

    /** Seconds from the command until {@code /health} says 200. */
    double awaitReady() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            while (!isHealthy(http)) {
                if (process.waitFor(10, TimeUnit.MILLISECONDS))
                    throw new IOException("the product ended with code " + process.exitValue());
                if (seconds() > LONGEST_START.toSeconds()) throw new IOException("not ready after " + LONGEST_START);
            }
            return seconds();
        }
    }

    /** Shared pages are counted once, split between the processes that share them. */
    double residentMegabytes() throws IOException {
        var kilobytes = 0L;
        for (var each : Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList()) {
            kilobytes += proportionalKilobytes(each);
        }
        return kilobytes / 1024.0;
    }

    /** Seconds from SIGTERM to the end of the process. */
    double stop() throws InterruptedException {
        var signal = System.nanoTime();
        process.destroy();
        process.waitFor();
        return (System.nanoTime() - signal) / 1e9;
    }

    @Override
    public void close() {
        if (process.isAlive()) process.destroy();
    }

    private double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }

    private boolean isHealthy(HttpClient http) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static long proportionalKilobytes(ProcessHandle process) throws IOException {
        var rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (var lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }
}
