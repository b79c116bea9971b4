package regulars.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The owner at a keyboard: everything the demo does to the product goes through its public API, as the screens do. */
final class DemoApi implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    DemoApi(URI server) {
        this.server = server;
    }

    void signIn(String email, String password) throws IOException, InterruptedException {
        ask("GET", "/api/v1/session", null, "application/json"); // nobody yet: it brings the token against forgery
        post("/api/v1/session", Map.of("email", email, "password", password));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json(send("GET", path, null, "application/json"));
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return send("GET", path, null, "application/json");
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return json(send("POST", path, body(body), "application/json"));
    }

    JsonNode put(String path, Object body) throws IOException, InterruptedException {
        return json(send("PUT", path, body(body), "application/json"));
    }

    JsonNode upload(String path, Path file) throws IOException, InterruptedException {
        var named = path + "?name=" + file.getFileName();
        return json(send("POST", named, BodyPublishers.ofFile(file), "application/octet-stream"));
    }

    private static BodyPublisher body(Object body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private static JsonNode json(byte[] body) {
        return body.length == 0 ? JSON.nullNode() : JSON.readTree(body);
    }

    private byte[] send(String method, String path, @Nullable BodyPublisher body, String type)
            throws IOException, InterruptedException {
        var answer = ask(method, path, body, type);
        if (answer.statusCode() < 300) return answer.body();
        throw new IOException("%s %s answered %d: %s"
                .formatted(method, path, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
    }

    private HttpResponse<byte[]> ask(String method, String path, @Nullable BodyPublisher body, String type)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", type)
                .method(method, body == null ? BodyPublishers.noBody() : body);
        token().ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private java.util.Optional<String> token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(java.net.HttpCookie::getValue)
                .findFirst();
    }

    @Override
    public void close() {
        http.close();
    }
}
