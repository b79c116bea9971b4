package regulars.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.SignedIn;
import schema.access.tables.records.PasskeyRecord;

/** A person's own passkeys, and signing in with one. */
@RestController
@RequestMapping("/api/v1/session/passkeys")
@SignedIn(peopleOnly = true)
class PasskeysController {
    private static final String PATH = "/api/v1/session/passkeys";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final PasswordProof proof;
    private final PasskeyChallenges challenges;
    private final Sessions sessions;
    private final CsrfTokenRepository csrf;

    PasskeysController(
            Passkeys passkeys,
            Accounts accounts,
            PasswordProof proof,
            PasskeyChallenges challenges,
            Sessions sessions,
            CsrfTokenRepository csrf) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.proof = proof;
        this.challenges = challenges;
        this.sessions = sessions;
        this.csrf = csrf;
    }

    @GetMapping
    PasskeyList list(@AuthenticationPrincipal Caller.User user) {
        return new PasskeyList(
                passkeys.of(user.id()).stream().map(PasskeyView::of).toList());
    }

    /** What to ask the device for a new key with. */
    @PostMapping("/begin")
    PasskeyWish begin(
            @AuthenticationPrincipal Caller.User user,
            @RequestBody SecondFactorController.OwnPassword given,
            HttpServletResponse response) {
        proof.require(user.id(), given.password(), "password");
        var account = accounts.get(user.id());
        return new PasskeyWish(
                challenges.begin("add " + user.id(), PATH, response),
                passkeys.relyingParty(),
                BASE64.encodeToString(user.id().toString().getBytes(StandardCharsets.US_ASCII)),
                account.getEmail(),
                account.getName(),
                PasskeyProof.ALGORITHMS.keySet().stream().sorted().toList().reversed(),
                passkeys.of(user.id()).stream()
                        .map(row -> BASE64.encodeToString(row.getCredential()))
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PasskeyView add(
            @AuthenticationPrincipal Caller.User user,
            @RequestBody Passkeys.NewPasskey made,
            @CookieValue(name = PasskeyChallenges.COOKIE, required = false) @Nullable String kept) {
        return PasskeyView.of(passkeys.add(user.id(), made, challenges.read("add " + user.id(), kept)));
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(@AuthenticationPrincipal Caller.User user, @PathVariable UUID id, @RequestBody PasskeyName name) {
        passkeys.rename(user.id(), id, name.name());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Caller.User user, @PathVariable UUID id) {
        passkeys.remove(user.id(), id);
    }

    /** What to ask the device of somebody with who is not known yet. */
    @PostMapping("/start")
    PasskeyChallenge start(HttpServletResponse response) {
        return new PasskeyChallenge(challenges.begin("sign in", PATH, response), passkeys.relyingParty());
    }

    @PostMapping("/finish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void finish(
            @RequestBody Passkeys.PasskeyAnswer given,
            @CookieValue(name = PasskeyChallenges.COOKIE, required = false) @Nullable String kept,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = passkeys.signIn(given, challenges.read("sign in", kept));
        sessions.begin(request, account);
        csrf.saveToken(csrf.generateToken(request), request, response);
    }

    /** Bytes in base64url. */
    record PasskeyWish(
            String challenge,
            String relyingParty,
            String user,
            String email,
            String name,
            List<Integer> algorithms,
            List<String> known) {}

    record PasskeyChallenge(String challenge, String relyingParty) {}

    record PasskeyName(String name) {}

    record PasskeyList(List<PasskeyView> items) {}

    record PasskeyView(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {
        static PasskeyView of(PasskeyRecord row) {
            return new PasskeyView(row.getId(), row.getName(), row.getCreatedAt(), row.getLastUsedAt());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Open {
        private static final int PER_MINUTE = 30;

        @Bean
        PublicRoute passkeyStart() {
            return new PublicRoute(HttpMethod.POST, PATH + "/start", PER_MINUTE);
        }

        @Bean
        PublicRoute passkeyFinish() {
            return new PublicRoute(HttpMethod.POST, PATH + "/finish", PER_MINUTE);
        }
    }
}
