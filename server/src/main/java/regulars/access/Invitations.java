package regulars.access;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import schema.access.tables.records.InvitationRecord;

/** How somebody else gets an account: by a link that is shown once, works once and ends after a week. */
@Service
class Invitations {
    static final Duration VALID = Duration.ofDays(7);

    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,190}");

    private final InvitationStore store;
    private final AccountStore accounts;
    private final Roles roles;
    private final Passwords passwords;
    private final Audit audit;
    private final ServerAddress address;
    private final InstantSource clock;

    Invitations(
            InvitationStore store,
            AccountStore accounts,
            Roles roles,
            Passwords passwords,
            Audit audit,
            ServerAddress address,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.roles = roles;
        this.passwords = passwords;
        this.audit = audit;
        this.address = address;
        this.clock = clock;
    }

    List<InvitationRecord> all() {
        return store.all();
    }

    @Transactional
    public Invited invite(String email, String role, Caller.User by) {
        var to = email.strip();
        if (!EMAIL.matcher(to).matches()) {
            throw new Fault(AccessFault.FIELD_INVALID, "'" + to + "' is not an e-mail address: correct it")
                    .at("email", to);
        }
        if (accounts.find(to).isPresent()) throw exists(to);
        Roles.requireWithin(by, roles.wanted(role));
        var token = Tokens.fresh();
        var now = clock.instant();
        var row = new InvitationRecord();
        row.setId(Ids.next(now));
        row.setEmail(to);
        row.setRole(role);
        row.setTokenHash(Tokens.hash(token));
        row.setInvitedBy(by.id());
        row.setCreatedAt(now);
        row.setExpiresAt(now.plus(VALID));
        store.put(row);
        audit.add(by.actor(), "user.invited", row.getId().toString(), Map.of("email", to, "role", role));
        return new Invited(row.getId(), to, link(token), row.getExpiresAt());
    }

    InvitationRecord open(String token) {
        return store.find(Tokens.hash(token), clock.instant()).orElseThrow(Invitations::worthless);
    }

    @Transactional
    public void accept(String token, String name, String password, String language) {
        var now = clock.instant();
        if (name.isBlank() || name.length() > 200) {
            throw new Fault(AccessFault.FIELD_INVALID, "Your name needs 1 to 200 characters: write it")
                    .at("name", name.isBlank() ? "" : name.substring(0, 40) + "…");
        }
        var spoken = Organisations.language(language);
        open(token); // before the slow hash, which strangers should not get for nothing
        var hash = passwords.hash(password, "password");
        var invitation = store.take(Tokens.hash(token), now).orElseThrow(Invitations::worthless);
        var account = new NewAccount(invitation.getEmail(), name.strip(), hash, invitation.getRole(), spoken);
        var id = Ids.next(now);
        if (!accounts.add(id, account, now)) throw exists(invitation.getEmail());
        audit.add(
                new Actor("user", id.toString()),
                "user.joined",
                id.toString(),
                Map.of("invitation", invitation.getId(), "role", invitation.getRole()));
    }

    @Transactional
    public void withdraw(UUID id, Caller by) {
        var invitation = store.remove(id)
                .orElseThrow(() -> new Fault(
                                AccessFault.INVITATION_NOT_FOUND,
                                "There is no invitation " + id + ": look in the list of users")
                        .at("id", id));
        audit.add(by.actor(), "user.uninvited", id.toString(), Map.of("email", invitation.getEmail()));
    }

    void forgetOld() {
        store.forget(clock.instant());
    }

    /** After the mark: a server and its log never see it of a page. */
    private URI link(String token) {
        return URI.create(address.publicUrl().toString().replaceAll("/$", "") + "/join#" + token);
    }

    private static Fault exists(String email) {
        return new Fault(
                        AccessFault.USER_EXISTS,
                        "There is a user with the address '" + email + "' already: look in the list of users")
                .at("email", email);
    }

    private static Fault worthless() {
        return new Fault(
                AccessFault.INVITATION_WORTHLESS,
                "This link was used, taken back or has expired: ask whoever invited you for another");
    }

    /** @param link shown this once */
    record Invited(UUID id, String email, URI link, Instant expiresAt) {
        @Override
        public String toString() {
            return "Invited[" + id + "]"; // never into a log
        }
    }
}
