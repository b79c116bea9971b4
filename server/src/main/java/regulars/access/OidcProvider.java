package regulars.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import regulars.kernel.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The company's own sign-in (OpenID Connect, authorization code with PKCE), named by the operator's environment. Asks
 * only the addresses that the named issuer publishes, and follows no redirect. Safe for use by several threads.
 */
@Component
class OidcProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST_ANSWER = 1 << 20;

    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private final String name;
    private final JsonMapper json;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final AtomicReference<@Nullable Endpoints> endpoints = new AtomicReference<>();

    @Autowired
    OidcProvider(
            @Value("${REGULARS_OIDC_ISSUER:}") String issuer,
            @Value("${REGULARS_OIDC_CLIENT_ID:}") String clientId,
            @Value("${REGULARS_OIDC_CLIENT_SECRET:}") String clientSecret,
            @Value("${REGULARS_OIDC_NAME:OpenID Connect}") String name,
            JsonMapper json,
            InstantSource clock) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.name = name;
        this.json = json;
        this.clock = clock;
    }

    /** What the button says; empty when nobody named an issuer. */
    Optional<String> name() {
        return issuer.isBlank() ? Optional.empty() : Optional.of(name);
    }

    /** Where the browser goes. */
    URI authorization(OidcAttempt attempt, URI redirect) {
        var query = Map.of(
                "response_type",
                "code",
                "client_id",
                clientId,
                "redirect_uri",
                redirect.toString(),
                "scope",
                "openid email profile",
                "state",
                attempt.state(),
                "nonce",
                attempt.nonce(),
                "code_challenge",
                attempt.challenge(),
                "code_challenge_method",
                "S256");
        var address = discovered().authorization();
        return URI.create(address + (address.contains("?") ? "&" : "?") + form(query));
    }

    /** Who signed in there. Believes only a fresh token of this issuer for this client and this attempt. */
    OidcIdentity redeem(String code, OidcAttempt attempt, URI redirect) {
        var found = discovered();
        var form = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                redirect.toString(),
                "client_id",
                clientId,
                "code_verifier",
                attempt.verifier());
        var basic = URLEncoder.encode(clientId, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(clientSecret, StandardCharsets.UTF_8);
        var asked = HttpRequest.newBuilder(URI.create(found.token()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form(form)));
        if (!clientSecret.isBlank()) {
            asked.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
        }
        var token = ask(asked.build()).path("id_token").asString("");
        try {
            return found.tokens().identity(token, attempt.nonce());
        } catch (JwtException e) {
            throw refused("its token does not hold: " + e.getMessage(), e);
        }
    }

    private Endpoints discovered() {
        if (issuer.isBlank()) {
            throw new Fault(
                    AccessFault.OIDC_NOT_CONFIGURED, "No issuer is named: set REGULARS_OIDC_ISSUER, or use a password");
        }
        var known = endpoints.get();
        if (known != null) return known;
        var address = URI.create(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration");
        var said = ask(HttpRequest.newBuilder(address).timeout(PATIENCE).build());
        if (!said.path("issuer").asString("").equals(issuer)) {
            throw refused(
                    "it calls itself '" + said.path("issuer").asString("") + "' instead of '" + issuer + "'", null);
        }
        var found = new Endpoints(
                said.path("authorization_endpoint").asString(),
                said.path("token_endpoint").asString(),
                new OidcTokens(issuer, clientId, said.path("jwks_uri").asString(), clock));
        endpoints.set(found);
        return found;
    }

    private JsonNode ask(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                var text = new String(body.readNBytes(LARGEST_ANSWER), StandardCharsets.UTF_8);
                if (answer.statusCode() != 200) throw refused("it answered " + answer.statusCode(), null);
                return json.readTree(text);
            }
        } catch (IOException | JacksonException e) {
            throw new Fault(
                    AccessFault.OIDC_UNREACHABLE,
                    "The sign-in of the company does not answer: try again, or use a password",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Fault refused(String why, @Nullable Exception cause) {
        var message = "The sign-in of the company was not believed (" + why + "): try again, or use a password";
        return cause == null
                ? new Fault(AccessFault.OIDC_REFUSED, message)
                : new Fault(AccessFault.OIDC_REFUSED, message, cause);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private record Endpoints(String authorization, String token, OidcTokens tokens) {}
}
