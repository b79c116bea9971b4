package regulars.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.SignedIn;
import schema.access.tables.records.AccountRecord;

/** Signing in and out, and what a person sets for themselves. */
@RestController
@RequestMapping("/api/v1/session")
@SignedIn(peopleOnly = true)
class SessionController {
    private final SignIns signIns;
    private final Accounts accounts;
    private final Roles roles;
    private final Organisations organisations;
    private final Sessions sessions;
    private final CsrfTokenRepository csrf;
    private final boolean demo;

    SessionController(
            SignIns signIns,
            Accounts accounts,
            Roles roles,
            Organisations organisations,
            Sessions sessions,
            CsrfTokenRepository csrf,
            @Value("${regulars.demo:false}") boolean demo) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.roles = roles;
        this.organisations = organisations;
        this.sessions = sessions;
        this.csrf = csrf;
        this.demo = demo;
    }

    @GetMapping
    SessionView get(@AuthenticationPrincipal Caller.User user) {
        return view(accounts.get(user.id()));
    }

    @PostMapping
    SessionView signIn(@RequestBody SignIn signIn, HttpServletRequest request, HttpServletResponse response) {
        var account = signIns.signIn(signIn.email(), signIn.password(), signIn.code(), ClientAddress.of(request));
        sessions.begin(request, account.getId());
        csrf.saveToken(csrf.generateToken(request), request, response);
        return view(account);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@AuthenticationPrincipal Caller.User user, HttpServletRequest request) {
        sessions.end(request, user.id());
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(
            @AuthenticationPrincipal Caller.User user, @RequestBody PasswordChange change, HttpServletRequest request) {
        accounts.changePassword(
                user.id(), change.current(), change.next(), request.getSession().getId());
    }

    @PutMapping("/preferences")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void preferences(@AuthenticationPrincipal Caller.User user, @RequestBody Preferences preferences) {
        accounts.prefer(user.id(), preferences.name(), preferences.language(), preferences.theme());
    }

    private SessionView view(AccountRecord account) {
        var user = new SignedInUser(
                account.getId(),
                account.getEmail(),
                account.getName(),
                account.getLanguage(),
                account.getTheme(),
                account.getMustChangePassword(),
                signIns.asksForACode(account.getId()));
        var role = roles.get(account.getRole());
        return new SessionView(user, role, OrganisationView.of(organisations.get()), demo);
    }

    /** @param code of the authenticator app, or a recovery code; null for who has none */
    record SignIn(String email, String password, @Nullable String code) {
        @Override
        public String toString() {
            return "SignIn[...]"; // never into a log
        }
    }

    record PasswordChange(String current, String next) {
        @Override
        public String toString() {
            return "PasswordChange[...]";
        }
    }

    record Preferences(String language, String theme, String name) {}

    /**
     * @param role with what the person may do
     * @param demo whether this is a demonstration with a clock of its own
     */
    record SessionView(SignedInUser user, Roles.Role role, OrganisationView organisation, boolean demo) {}

    /** @param theme {@code system}, {@code light} or {@code dark} */
    record SignedInUser(
            UUID id,
            String email,
            String name,
            String language,
            String theme,
            boolean mustChangePassword,
            boolean secondFactor) {}
}
