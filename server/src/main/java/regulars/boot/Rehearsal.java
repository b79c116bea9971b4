package regulars.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * One start, a little traffic and a stop on a folder that is thrown away: {@code ./regulars} lets the JVM record it, and
 * real starts then find their classes loaded and linked (JEP 514), which halves them.
 */
public final class Rehearsal {
    private static final List<String> PAGES = List.of("/health", "/", "/api/openapi.json", "/api/v1/session");

    private Rehearsal() {}

    public static void run(Class<?> application) throws IOException, InterruptedException {
        var data = Files.createTempDirectory("regulars-rehearsal-");
        try (var product = Product.start(application, settings(data), List.of());
                var http = HttpClient.newHttpClient()) {
            for (var page : PAGES) {
                var request = HttpRequest.newBuilder(
                                product.settings().installation().link(page))
                        .build();
                http.send(request, HttpResponse.BodyHandlers.discarding());
            }
        } finally {
            FileSystemUtils.deleteRecursively(data.toFile());
        }
    }

    private static StartSettings settings(Path data) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = socket.getLocalPort();
            return new StartSettings(data, "127.0.0.1", port, URI.create("http://127.0.0.1:" + port), Optional.empty());
        }
    }
}
