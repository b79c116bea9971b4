package regulars.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at the named issuer as it answers now, so that whoever sets it up learns what is wrong. Follows no redirect. */
@Component
class OidcInspection {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int OK = 200;
    private static final List<String> NEEDED = List.of("authorization_endpoint", "token_endpoint", "jwks_uri");

    private final String issuer;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    OidcInspection(@Value("${REGULARS_OIDC_ISSUER:}") String issuer) {
        this.issuer = issuer;
    }

    enum Outcome {
        WORKS,
        NOT_CONFIGURED,
        /** The issuer is no address of the web. */
        ADDRESS_WRONG,
        /** {@code said} is the address. */
        UNREACHABLE,
        /** Something else than 200; {@code said} is the status and the address. */
        ANSWERED,
        /** No JSON; {@code said} is the address. */
        UNREADABLE,
        /** {@code said} is what it calls itself. */
        OTHER_ISSUER,
        /** {@code said} is the field that its description lacks. */
        INCOMPLETE,
        /** It publishes no key that a token could be checked with; {@code said} is the address. */
        NO_KEYS
    }

    /** @param said what the outcome is about; null where it says all */
    record OidcCheck(Outcome outcome, @Nullable String said) {}

    private static final class Found extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient OidcCheck check;

        Found(Outcome outcome, String said) {
            super(outcome.name());
            this.check = new OidcCheck(outcome, said);
        }
    }

    OidcCheck check() {
        if (issuer.isBlank()) return new OidcCheck(Outcome.NOT_CONFIGURED, null);
        try {
            var description = ask(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration");
            var called = description.path("issuer").asString("");
            if (!called.equals(issuer)) throw new Found(Outcome.OTHER_ISSUER, called);
            for (var field : NEEDED) {
                if (description.path(field).asString("").isBlank()) throw new Found(Outcome.INCOMPLETE, field);
            }
            var keys = description.path("jwks_uri").asString();
            if (ask(keys).path("keys").isEmpty()) throw new Found(Outcome.NO_KEYS, keys);
            return new OidcCheck(Outcome.WORKS, null);
        } catch (Found found) {
            return found.check;
        }
    }

    private JsonNode ask(String address) throws Found {
        try {
            var request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE)
                    .build();
            var answer = http.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var text = new String(body.readNBytes(LARGEST_ANSWER), StandardCharsets.UTF_8);
                if (answer.statusCode() != OK) throw new Found(Outcome.ANSWERED, answer.statusCode() + ", " + address);
                return JsonMapper.shared().readTree(text);
            }
        } catch (IllegalArgumentException e) {
            throw new Found(Outcome.ADDRESS_WRONG, address);
        } catch (JacksonException e) {
            throw new Found(Outcome.UNREADABLE, address);
        } catch (IOException e) {
            throw new Found(Outcome.UNREACHABLE, address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
