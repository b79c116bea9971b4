package regulars.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import regulars.kernel.Fault;

/**
 * What an entry of the audit can say was done: the rooms' own words, and the operations that {@link RequestAudit} keeps.
 * Entries of earlier versions have words that are in neither.
 */
@Component
class AuditActions {
    /** Each has its texts in the screens, under {@code auditActions}. */
    static final Set<String> OWN = Set.of(
            "session.started",
            "session.refused",
            "session.ended",
            "account.created",
            "account.password-changed",
            "account.password-reset",
            "account.password-refused",
            "account.passkey-added",
            "account.passkey-renamed",
            "account.passkey-removed",
            "account.second-factor-set",
            "account.second-factor-removed",
            "user.invited",
            "user.uninvited",
            "user.joined",
            "user.role-changed",
            "user.deactivated",
            "user.activated",
            "user.team-changed",
            "team.created",
            "team.changed",
            "team.removed",
            "role.created",
            "role.changed",
            "role.removed",
            "api-key.created",
            "api-key.revoked",
            "organisation.changed",
            "customers.exported",
            "customers.special-read",
            "sending.released",
            "attributes.expired",
            "events.expired",
            "audit.exported");

    private static final int LIKE_IT = 5;

    private final RequestAudit requests;
    private final AuditStore store;

    AuditActions(RequestAudit requests, AuditStore store) {
        this.requests = requests;
        this.store = store;
    }

    /** @throws Fault when no entry says it and none ever will */
    void require(String action) {
        if (OWN.contains(action)) return;
        var operations = requests.operations();
        if (operations.contains(action) || store.holdsAction(action)) return;
        var known = new TreeSet<>(OWN);
        known.addAll(operations);
        var likeIt = known.stream()
                .filter(one -> sharesAWord(one, action))
                .limit(LIKE_IT)
                .collect(Collectors.joining(", "));
        var remedy = likeIt.isEmpty() ? String.join(", ", known) : likeIt;
        throw new Fault(
                        AccessFault.AUDIT_ACTION_UNKNOWN,
                        "'" + action + "' is nothing that the audit keeps: take the action of an entry, such as "
                                + remedy)
                .at("action", action)
                .with("remedy", remedy);
    }

    private static boolean sharesAWord(String one, String other) {
        var words = List.of(one.split("[._-]"));
        return Stream.of(other.toLowerCase(Locale.ROOT).split("[._-]")).anyMatch(words::contains);
    }
}
