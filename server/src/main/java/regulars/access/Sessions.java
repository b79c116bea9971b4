package regulars.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import regulars.kernel.Actor;
import schema.access.tables.records.AccountRecord;

/**
 * Whose session a request belongs to. A session holds the account's id and nothing else, so that it outlives upgrades
 * and a change of the account counts at once.
 */
@Component
class Sessions {
    private static final String ACCOUNT = "account";

    private final AccountStore accounts;
    private final Roles roles;
    private final Teams teams;
    private final Audit audit;

    Sessions(AccountStore accounts, Roles roles, Teams teams, Audit audit) {
        this.accounts = accounts;
        this.roles = roles;
        this.teams = teams;
        this.audit = audit;
    }

    /** A fresh session: an id somebody planted before is worth nothing. */
    void begin(HttpServletRequest request, UUID account) {
        var old = request.getSession(false);
        if (old != null) old.invalidate();
        var session = request.getSession(true);
        session.setAttribute(ACCOUNT, account.toString());
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.toString());
    }

    void end(HttpServletRequest request, UUID account) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        audit.add(new Actor("user", account.toString()), "session.ended", account.toString(), Map.of());
    }

    Optional<Caller> caller(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof String id)) return Optional.empty();
        return accounts.find(UUID.fromString(id))
                .filter(account -> account.getDeactivatedAt() == null)
                .map(account -> user(account, roles.get(account.getRole())));
    }

    private Caller user(AccountRecord account, Roles.Role role) {
        var sight = teams.sight(account.getId(), role.scope());
        return new Caller.User(account.getId(), account.getMustChangePassword(), role.permissions(), sight);
    }
}
