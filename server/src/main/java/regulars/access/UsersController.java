package regulars.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import schema.access.tables.records.AccountRecord;
import schema.access.tables.records.InvitationRecord;

@RestController
@RequestMapping("/api/v1/users")
@Needs(Permission.USERS_MANAGE)
class UsersController {
    private final Users users;
    private final Invitations invitations;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Teams teams;

    UsersController(Users users, Invitations invitations, SecondFactors factors, Passkeys passkeys, Teams teams) {
        this.passkeys = passkeys;
        this.teams = teams;
        this.users = users;
        this.invitations = invitations;
        this.factors = factors;
    }

    @GetMapping
    UserList list() {
        var secured = factors.all();
        var keys = passkeys.counts();
        return new UserList(
                users.all().stream()
                        .map(row -> UserView.of(row, secured.contains(row.getId()), keys.getOrDefault(row.getId(), 0)))
                        .toList(),
                invitations.all().stream().map(InvitationView::of).toList());
    }

    @PutMapping("/{id}/role")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(@AuthenticationPrincipal Caller.User caller, @PathVariable UUID id, @RequestBody GivenRole given) {
        users.give(id, given.role(), caller);
    }

    @PutMapping("/{id}/team")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@AuthenticationPrincipal Caller.User caller, @PathVariable UUID id, @RequestBody GivenTeam given) {
        users.requireInReach(id, caller);
        teams.put(id, given.team(), caller);
    }

    @PostMapping("/{id}/deactivate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(@AuthenticationPrincipal Caller.User caller, @PathVariable UUID id) {
        users.deactivate(id, caller);
    }

    @PostMapping("/{id}/activate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void activate(@AuthenticationPrincipal Caller.User caller, @PathVariable UUID id) {
        users.activate(id, caller);
    }

    /** For somebody who lost the phone and the recovery codes. */
    @DeleteMapping("/{id}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecondFactor(@AuthenticationPrincipal Caller.User caller, @PathVariable UUID id) {
        users.removeSecondFactor(id, caller);
    }

    /** All of them, for a device that was lost. */
    @DeleteMapping("/{id}/passkeys")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePasskeys(@AuthenticationPrincipal Caller.User caller, @PathVariable UUID id) {
        passkeys.removeOf(users.other(id, caller).getId(), caller.actor());
    }

    record GivenRole(String role) {}

    /** @param team null takes them out of any */
    record GivenTeam(@Nullable UUID team) {}

    record UserList(List<UserView> items, List<InvitationView> invitations) {}

    record UserView(
            UUID id,
            String email,
            String name,
            String role,
            @Nullable UUID team,
            boolean secondFactor,
            int passkeys,
            Instant createdAt,
            @Nullable Instant lastSignInAt,
            @Nullable Instant deactivatedAt) {
        static UserView of(AccountRecord row, boolean secondFactor, int passkeys) {
            return new UserView(
                    row.getId(),
                    row.getEmail(),
                    row.getName(),
                    row.getRole(),
                    row.getTeam(),
                    secondFactor,
                    passkeys,
                    row.getCreatedAt(),
                    row.getLastSignInAt(),
                    row.getDeactivatedAt());
        }
    }

    record InvitationView(UUID id, String email, String role, Instant createdAt, Instant expiresAt) {
        static InvitationView of(InvitationRecord row) {
            return new InvitationView(
                    row.getId(), row.getEmail(), row.getRole(), row.getCreatedAt(), row.getExpiresAt());
        }
    }
}
