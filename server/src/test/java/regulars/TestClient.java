package regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the product as a browser (cookies, CSRF token) or as a program (API key) does. */
public final class TestClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient.Builder BUILDER = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);

    private final URI server;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;
    private final Map<String, String> headers = new LinkedHashMap<>();

    TestClient(URI server) {
        this.server = server;
        this.http = BUILDER.cookieHandler(cookies).build();
    }

    /** A further client that sends this header too. */
    public TestClient with(String header, String value) {
        var client = new TestClient(server);
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> client.cookies.getCookieStore().add(server, cookie));
        client.headers.putAll(headers);
        client.headers.put(header, value);
        return client;
    }

    public TestClient withKey(String key) {
        return with("Authorization", "Bearer " + key);
    }

    public Answer signIn(String email, String password) {
        get("/api/v1/session"); // brings the CSRF cookie
        return post("/api/v1/session", Map.of("email", email, "password", password));
    }

    public Answer get(String path) {
        return send("GET", path, null, "application/json");
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, "application/json");
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body(body), "application/json");
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body(body), "application/json");
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body(body), "application/json");
    }

    public Answer upload(String path, String fileName, byte[] content) {
        var name = URLEncoder.encode(fileName, StandardCharsets.UTF_8);
        return send("POST", path + "?name=" + name, BodyPublishers.ofByteArray(content), "application/octet-stream");
    }

    public Answer send(String method, String path, @Nullable BodyPublisher body, String contentType) {
        var request = request(method, path, body, contentType).timeout(Duration.ofMinutes(2));
        return new Answer(sent(request.build(), BodyHandlers.ofByteArray()));
    }

    private HttpRequest.Builder request(String method, String path, @Nullable BodyPublisher body, String contentType) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", contentType)
                .method(method, body == null ? BodyPublishers.noBody() : body);
        headers.forEach(request::header);
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token.getValue()));
        return request;
    }

    private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The lines of an answer as they come; fails when it does not begin soon. */
    public Stream<String> lines(String path, Object body) {
        var request = request("POST", path, body(body), "application/json").timeout(Duration.ofSeconds(20));
        return sent(request.build(), BodyHandlers.ofLines()).body();
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    private static BodyPublisher body(Object body) {
        return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The problem's code; empty when it is none. */
        public String code() {
            return header("Content-Type").startsWith("application/problem+json")
                    ? json().path("code").asString()
                    : "";
        }

        public Answer requireStatus(int expected) {
            assertThat(status()).as(text()).isEqualTo(expected);
            return this;
        }
    }
}
