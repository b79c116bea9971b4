package regulars.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Fault;

/**
 * Signing in at the company's own provider. It sends the browser back to a screen, which changes nothing; the screen
 * then posts what it was given, so that nothing happens on a GET.
 */
@RestController
@RequestMapping("/api/v1/session/oidc")
class OidcController {
    private static final String COOKIE = "regulars_oidc";
    private static final String PATH = "/api/v1/session/oidc";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final OidcProvider provider;
    private final OidcSignIns signIns;
    private final Sessions sessions;
    private final CsrfTokenRepository csrf;
    private final Secrets secrets;
    private final ServerAddress address;
    private final InstantSource clock;

    OidcController(
            OidcProvider provider,
            OidcSignIns signIns,
            Sessions sessions,
            CsrfTokenRepository csrf,
            Secrets secrets,
            ServerAddress address,
            InstantSource clock) {
        this.provider = provider;
        this.signIns = signIns;
        this.sessions = sessions;
        this.csrf = csrf;
        this.secrets = secrets;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping
    OidcOffer offer() {
        return new OidcOffer(provider.name().orElse(null));
    }

    @PostMapping("/start")
    OidcStart start(HttpServletResponse response) {
        var attempt = OidcAttempt.begin(clock.instant().plus(PATIENCE));
        var url = provider.authorization(attempt, address.signedIn());
        var kept = Base64.getUrlEncoder().withoutPadding().encodeToString(box().seal(attempt.written()));
        keep(kept, PATIENCE, response);
        return new OidcStart(url);
    }

    @PostMapping("/finish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void finish(
            @RequestBody OidcReturn given,
            @CookieValue(name = COOKIE, required = false) @Nullable String kept,
            HttpServletRequest request,
            HttpServletResponse response) {
        var attempt = attempt(kept, clock.instant());
        keep("", Duration.ZERO, response);
        if (!attempt.state().equals(given.state())) throw stale();
        var account = signIns.signIn(provider.redeem(given.code(), attempt, address.signedIn()));
        sessions.begin(request, account);
        csrf.saveToken(csrf.generateToken(request), request, response);
    }

    private OidcAttempt attempt(@Nullable String kept, Instant now) {
        if (kept == null) throw stale();
        try {
            var attempt = OidcAttempt.read(box().open(Base64.getUrlDecoder().decode(kept)));
            if (attempt.until().isAfter(now)) return attempt;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw stale(); // not one of ours
        }
        throw stale();
    }

    private void keep(String value, Duration age, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path(PATH)
                .httpOnly(true)
                .secure(address.secure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private SecretBox box() {
        return new SecretBox(secrets.key("oidc"));
    }

    private static Fault stale() {
        return new Fault(AccessFault.OIDC_STALE, "This attempt to sign in is over: begin again on the sign-in page");
    }

    /** @param name what the button says; null when there is none */
    record OidcOffer(@Nullable String name) {}

    record OidcStart(URI url) {}

    record OidcReturn(String code, String state) {
        @Override
        public String toString() {
            return "OidcReturn[...]"; // never into a log
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Open {
        private static final int PER_MINUTE = 30;

        @Bean
        PublicRoute oidcOffer() {
            return new PublicRoute(HttpMethod.GET, PATH, 2 * PER_MINUTE);
        }

        @Bean
        PublicRoute oidcStart() {
            return new PublicRoute(HttpMethod.POST, PATH + "/start", PER_MINUTE);
        }

        @Bean
        PublicRoute oidcFinish() {
            return new PublicRoute(HttpMethod.POST, PATH + "/finish", PER_MINUTE);
        }
    }
}
