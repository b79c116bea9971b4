package regulars.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import schema.access.tables.records.AccountRecord;

/** Which account somebody of the company's sign-in has: by the subject, at first by the verified address. */
@Service
class OidcSignIns {
    /** No password has this hash. */
    private static final String NO_PASSWORD = "none";

    private final OidcStore store;
    private final AccountStore accounts;
    private final RoleStore roles;
    private final String newcomers;
    private final Audit audit;
    private final InstantSource clock;

    /** @param newcomers the role of whoever was not invited; blank when such people are refused */
    OidcSignIns(
            OidcStore store,
            AccountStore accounts,
            RoleStore roles,
            @Value("${REGULARS_OIDC_ROLE:}") String newcomers,
            Audit audit,
            InstantSource clock) {
        this.roles = roles;
        this.newcomers = newcomers.strip();
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public UUID signIn(OidcIdentity identity) {
        var now = clock.instant();
        var linked = store.account(identity);
        var account = linked.or(() -> accounts.find(identity.email()).map(AccountRecord::getId))
                .or(() -> newcomer(identity, now))
                .flatMap(accounts::find)
                .filter(row -> row.getDeactivatedAt() == null)
                .orElseThrow(() -> new Fault(
                        AccessFault.OIDC_UNKNOWN_USER,
                        "Nobody here has this address: ask whoever manages the users for an invitation"));
        if (linked.isEmpty()) store.link(identity, account.getId(), now);
        accounts.signedIn(account.getId(), now);
        var id = account.getId().toString();
        audit.add(new Actor("user", id), "session.started", id, Map.of("by", "oidc"));
        return account.getId();
    }

    /** An account of their own for whoever the issuer vouches for, where the operator wants that. */
    private Optional<UUID> newcomer(OidcIdentity identity, Instant now) {
        if (newcomers.isEmpty() || identity.email().isEmpty()) return Optional.empty();
        if (roles.find(newcomers).isEmpty()) return Optional.empty();
        var id = Ids.next(now);
        accounts.add(id, new NewAccount(identity.email(), "", NO_PASSWORD, newcomers, "en"), now);
        audit.add(new Actor("user", id.toString()), "user.joined", id.toString(), Map.of("by", "oidc"));
        return Optional.of(id);
    }
}
