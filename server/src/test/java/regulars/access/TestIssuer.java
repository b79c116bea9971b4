package regulars.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The far side: an OpenID Connect issuer on loopback that keeps to PKCE and can be made to lie. */
final class TestIssuer implements AutoCloseable {
    static final String CLIENT = "regulars";
    static final String SECRET = "a secret of the tests";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final KeyPair keys = pair();
    private final KeyPair foreignKeys = pair();
    private final Instant now;
    private final Map<String, Map<String, String>> asked = new HashMap<>();

    /** What a token says beside what it should; by claim. */
    final Map<String, Object> lies = new LinkedHashMap<>();

    String alsoCalled = "";
    boolean foreignKey;

    TestIssuer(Instant now) throws IOException {
        this.now = now;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, description()));
        server.createContext("/keys", exchange -> answer(exchange, 200, Map.of("keys", java.util.List.of(key()))));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** As a browser that was sent there and signed in: the code it comes back with. */
    String signIn(URI authorization) {
        var code = UUID.randomUUID().toString();
        asked.put(code, fields(authorization.getRawQuery()));
        return code;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Map<String, Object> description() {
        return Map.of(
                "issuer", alsoCalled.isEmpty() ? issuer() : alsoCalled,
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys");
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var begun = asked.remove(form.get("code"));
        var basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + SECRET.replace(' ', '+')).getBytes(StandardCharsets.UTF_8));
        var verifier = form.getOrDefault("code_verifier", "");
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.hash(verifier));
        if (begun == null
                || !challenge.equals(begun.get("code_challenge"))
                || !"S256".equals(begun.get("code_challenge_method"))
                || !Objects.equals(begun.get("redirect_uri"), form.get("redirect_uri"))
                || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer());
        claims.put("aud", CLIENT);
        claims.put("sub", "subject-7");
        claims.put("nonce", begun.get("nonce"));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plusSeconds(300).getEpochSecond());
        claims.put("email", "olena@example.com");
        claims.put("email_verified", true);
        claims.putAll(lies);
        answer(exchange, 200, Map.of("id_token", signed(claims), "access_token", "unused", "token_type", "Bearer"));
    }

    private String signed(Map<String, Object> claims) {
        var head = encoded(JSON.writeValueAsBytes(Map.of("alg", "RS256", "kid", "one", "typ", "JWT")));
        var text = head + "." + encoded(JSON.writeValueAsBytes(claims));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign((foreignKey ? foreignKeys : keys).getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> key() {
        var open = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "kty", "RSA",
                "kid", "one",
                "use", "sig",
                "alg", "RS256",
                "n", encoded(open.getModulus().toByteArray()),
                "e", encoded(open.getPublicExponent().toByteArray()));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
