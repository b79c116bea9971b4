package e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the API with cookies and a CSRF token, as the screens speak to it. */
final class Person implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final URI address;
    private final HttpClient http;

    Person(URI address) throws Exception {
        this(address, SSLContext.getDefault());
    }

    Person(URI address, SSLContext trust) throws Exception {
        this(address, trust, InetAddress.getByName("127.0.0.1"));
    }

    /** As seen from the address {@code from} of this machine. */
    Person(URI address, SSLContext trust, InetAddress from) {
        this.address = address;
        this.http = HttpClient.newBuilder()
                .localAddress(from)
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .sslContext(trust)
                .build();
    }

    HttpResponse<String> send(String method, String path, Object body, String... headers)
            throws IOException, InterruptedException {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        return send(method, path, publisher, "application/json", headers);
    }

    private HttpResponse<String> send(
            String method, String path, BodyPublisher publisher, String type, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", type)
                .method(method, publisher);
        if (headers.length > 0) request.headers(headers);
        for (var cookie : cookies.getCookieStore().getCookies()) {
            if (cookie.getName().equals("XSRF-TOKEN")) request.header("X-XSRF-TOKEN", cookie.getValue());
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends the text as a file in the part {@code file} of a form. */
    JsonNode upload(String path, String name, String content) throws IOException, InterruptedException {
        var body = BodyPublishers.ofString(content);
        return JSON.readTree(send("POST", path + "?name=" + name, body, "application/octet-stream")
                .body());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(send("GET", path, null).body());
    }

    int signIn(List<String> login, String... headers) throws IOException, InterruptedException {
        send("GET", "/api/v1/session", null, headers); // brings the CSRF cookie
        var words = Map.of("email", login.get(0), "password", login.get(1));
        return send("POST", "/api/v1/session", words, headers).statusCode();
    }

    int choosePassword(String current, String next) throws IOException, InterruptedException {
        var words = Map.of("current", current, "next", next);
        return send("POST", "/api/v1/session/password", words).statusCode();
    }

    /** By name. */
    Map<String, HttpCookie> cookies() {
        var byName = new TreeMap<String, HttpCookie>();
        cookies.getCookieStore().getCookies().forEach(cookie -> byName.put(cookie.getName(), cookie));
        return byName;
    }

    @Override
    public void close() {
        http.close();
    }
}
