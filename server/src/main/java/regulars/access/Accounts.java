package regulars.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import schema.access.tables.records.AccountRecord;

/** The people who may sign in. */
@Service
class Accounts {
    private static final Set<String> THEMES = Set.of("system", "light", "dark");

    private final AccountStore store;
    private final Passwords passwords;
    private final PasswordProof proof;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Audit audit;
    private final InstantSource clock;

    Accounts(
            AccountStore store,
            Passwords passwords,
            PasswordProof proof,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            Audit audit,
            InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.proof = proof;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    boolean none() {
        return !store.any();
    }

    /** False when there is one already. */
    boolean addOwner(String email, String password) {
        var id = Ids.next(clock.instant());
        if (!store.addOwner(id, email, passwords.hash(password, "password"), clock.instant())) return false;
        audit.add(Actor.SYSTEM, "account.created", id.toString(), Map.of());
        return true;
    }

    /** Names of those who can give others a role. */
    List<String> givers() {
        return store.givers();
    }

    AccountRecord get(UUID id) {
        return store.find(id)
                .orElseThrow(() -> new Fault(AccessFault.NOT_SIGNED_IN, "This account no longer exists: sign in"));
    }

    /** Ends every other session of the account: whoever knew the old password is out. */
    @Transactional
    public void changePassword(UUID id, String current, String next, String session) {
        proof.require(id, current, "current");
        var hash = passwords.hash(next, "next");
        if (next.equals(current)) {
            throw new Fault(AccessFault.PASSWORD_UNCHANGED, "The new password is the old one: choose another")
                    .with("field", "next");
        }
        store.password(id, hash);
        for (String other : sessions.findByPrincipalName(id.toString()).keySet()) {
            if (!other.equals(session)) sessions.deleteById(other);
        }
        audit.add(new Actor("user", id.toString()), "account.password-changed", id.toString(), Map.of());
    }

    void prefer(UUID id, String name, String language, String theme) {
        Organisations.language(language);
        if (!THEMES.contains(theme)) {
            throw new Fault(AccessFault.FIELD_INVALID, "'" + theme + "' is not a theme: use system, light or dark")
                    .at("theme", theme);
        }
        if (name.length() > 200) {
            throw new Fault(AccessFault.FIELD_INVALID, "The name is too long: use at most 200 characters")
                    .at("name", name.substring(0, 40) + "…");
        }
        store.preferences(id, name.strip(), language, theme);
    }
}
