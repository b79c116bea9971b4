package regulars.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Fault;
import schema.access.tables.records.AccountRecord;

/** Who has which role. There is always an owner, and nobody touches whoever may do more than they. */
@Service
class Users {
    private final AccountStore store;
    private final Roles roles;
    private final InvitationStore invitations;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final SecondFactors factors;
    private final Audit audit;
    private final InstantSource clock;

    Users(
            AccountStore store,
            Roles roles,
            InvitationStore invitations,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            SecondFactors factors,
            Audit audit,
            InstantSource clock) {
        this.store = store;
        this.roles = roles;
        this.invitations = invitations;
        this.sessions = sessions;
        this.factors = factors;
        this.audit = audit;
        this.clock = clock;
    }

    List<AccountRecord> all() {
        return store.all();
    }

    @Transactional
    public void give(UUID id, String role, Caller.User by) {
        var user = other(id, by);
        Roles.requireWithin(by, roles.wanted(role));
        if (user.getRole().equals(role)) return;
        keepAnOwner(user);
        store.role(id, role);
        audit.add(by.actor(), "user.role-changed", id.toString(), Map.of("before", user.getRole(), "after", role));
    }

    /** Ends their sessions and their invitations; what they made stays. */
    @Transactional
    public void deactivate(UUID id, Caller.User by) {
        var user = other(id, by);
        if (user.getDeactivatedAt() != null) return;
        keepAnOwner(user);
        store.deactivated(id, clock.instant());
        invitations.removeOf(id);
        sessions.findByPrincipalName(id.toString()).keySet().forEach(sessions::deleteById);
        audit.add(by.actor(), "user.deactivated", id.toString(), Map.of());
    }

    @Transactional
    public void activate(UUID id, Caller.User by) {
        if (other(id, by).getDeactivatedAt() == null) return;
        store.deactivated(id, null);
        audit.add(by.actor(), "user.activated", id.toString(), Map.of());
    }

    @Transactional
    public void removeSecondFactor(UUID id, Caller.User by) {
        factors.removeOf(other(id, by).getId(), by.actor());
    }

    /** Refuses to touch whoever may do more; what changes oneself only a caller with every right may do. */
    void requireInReach(UUID id, Caller.User by) {
        if (!id.equals(by.id())) other(id, by);
        else Roles.requireWithin(by, roles.wanted(BuiltInRole.OWNER.id()));
    }

    /** Somebody else, whom the caller may do things to. */
    AccountRecord other(UUID id, Caller.User by) {
        var user = store.find(id)
                .orElseThrow(() -> new Fault(
                                AccessFault.USER_NOT_FOUND, "There is no user " + id + ": look in the list of users")
                        .at("id", id));
        if (id.equals(by.id())) {
            throw new Fault(
                    AccessFault.USER_IS_YOU, "You cannot do this to yourself: ask somebody else who manages users");
        }
        Roles.requireWithin(by, roles.wanted(user.getRole()));
        return user;
    }

    /** Of two owners who remove each other at once, one stays: both rows are locked. */
    private void keepAnOwner(AccountRecord user) {
        if (!user.getRole().equals(BuiltInRole.OWNER.id()) || user.getDeactivatedAt() != null) return;
        if (store.lockOwners().stream().anyMatch(owner -> !owner.equals(user.getId()))) return;
        throw new Fault(
                AccessFault.LAST_OWNER, "This is the last owner: make somebody else an owner first, then try again");
    }
}
