package e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built product in a process of its own, on an empty data folder and a free loopback port. */
final class RunningProduct implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Process process;
    private final Path data;
    private final URI address;

    RunningProduct(Path data) throws IOException, InterruptedException {
        this(data, freePort(), Map.of());
    }

    RunningProduct(Path data, int port, Map<String, String> settings) throws IOException, InterruptedException {
        this.data = data;
        this.address = URI.create("http://127.0.0.1:" + port);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-Xmx600m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar().toString());
        builder.environment().put("REGULARS_DATA", data.toString());
        builder.environment().put("REGULARS_PORT", Integer.toString(port));
        builder.environment().put("REGULARS_URL", address.toString());
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true).redirectOutput(log().toFile());
        this.process = builder.start();
        awaitHealth();
    }

    URI address() {
        return address;
    }

    Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    /** The owner's e-mail and generated password, as the first start left them for the operator. */
    List<String> ownerLogin() throws IOException {
        return Files.readAllLines(data.resolve("owner-password.txt"));
    }

    /** As kill -9 does: the program ends where it is; its PostgreSQL is left to the next start. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitHealth() throws IOException, InterruptedException {
        var begin = System.nanoTime();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address.resolve("/health"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            while (!healthy(http, request)) {
                if (process.waitFor(200, TimeUnit.MILLISECONDS))
                    throw new IOException("the product ended: see its log");
                if (System.nanoTime() - begin > LONGEST_START.toNanos())
                    throw new IOException("the product is not ready");
            }
        }
    }

    private static boolean healthy(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    static Path jar() throws IOException {
        try (var files = Files.list(Path.of("..", "server", "target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the product is not built: ./regulars test builds it first"));
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
