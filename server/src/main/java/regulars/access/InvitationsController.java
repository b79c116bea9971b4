package regulars.access;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** Inviting, and what the one invited asks before there is an account. */
@RestController
@RequestMapping("/api/v1/invitations")
@Needs(Permission.USERS_MANAGE)
class InvitationsController {
    private final Invitations invitations;
    private final InvitationLetter letter;
    private final Organisations organisations;

    InvitationsController(Invitations invitations, InvitationLetter letter, Organisations organisations) {
        this.invitations = invitations;
        this.letter = letter;
        this.organisations = organisations;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewInvitation invite(@AuthenticationPrincipal Caller.User caller, @RequestBody InvitationWish wish) {
        var invited = invitations.invite(wish.email(), wish.role(), caller);
        var trouble = wish.mail() ? letter.send(invited) : null;
        return new NewInvitation(
                invited.id(),
                invited.email(),
                invited.link(),
                invited.expiresAt(),
                wish.mail() && trouble == null,
                trouble);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        invitations.withdraw(id, caller);
    }

    /** A POST, so that the token stands in no address and no log. */
    @PostMapping("/open")
    InvitationOffer open(@RequestBody InvitationToken given) {
        var invitation = invitations.open(given.token());
        return new InvitationOffer(
                invitation.getEmail(),
                organisations.get().company(),
                organisations.get().language());
    }

    @PostMapping("/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@RequestBody Acceptance given) {
        invitations.accept(given.token(), given.name(), given.password(), given.language());
    }

    /** @param mail whether to send the link; it is in the answer either way */
    record InvitationWish(String email, String role, boolean mail) {}

    /**
     * @param link shown this once
     * @param trouble why the mail did not leave
     */
    record NewInvitation(
            UUID id,
            String email,
            URI link,
            Instant expiresAt,
            boolean mailed,
            @Nullable String trouble) {}

    record InvitationToken(String token) {
        @Override
        public String toString() {
            return "InvitationToken[...]"; // never into a log
        }
    }

    record InvitationOffer(String email, String company, String language) {}

    record Acceptance(String token, String name, String password, String language) {
        @Override
        public String toString() {
            return "Acceptance[...]";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Open {
        private static final int PER_MINUTE = 20;

        @Bean
        PublicRoute openInvitation() {
            return new PublicRoute(HttpMethod.POST, "/api/v1/invitations/open", PER_MINUTE);
        }

        @Bean
        PublicRoute acceptInvitation() {
            return new PublicRoute(HttpMethod.POST, "/api/v1/invitations/accept", PER_MINUTE);
        }
    }
}
