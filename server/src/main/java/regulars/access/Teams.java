package regulars.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import regulars.kernel.Sight;

/** People of ours who look after customers together; and whose customers each of them sees. */
@Service
class Teams {
    private static final int NAME_AT_MOST = 60;

    private final TeamStore store;
    private final Audit audit;
    private final InstantSource clock;

    Teams(TeamStore store, Audit audit, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    List<Team> all() {
        return store.all().stream()
                .map(row -> new Team(row.getId(), row.getName()))
                .toList();
    }

    @Transactional
    public Team add(String name, Caller by) {
        var now = clock.instant();
        var team = new Team(Ids.next(now), named(name));
        if (!store.add(team.id(), team.name(), now)) throw nameTaken(name, null);
        audit.add(by.actor(), "team.created", team.id().toString(), team);
        return team;
    }

    @Transactional
    public Team rename(UUID id, String name, Caller by) {
        var team = new Team(id, named(name));
        try {
            if (!store.rename(id, team.name())) throw missing(id);
        } catch (IntegrityConstraintViolationException e) {
            throw nameTaken(name, e);
        }
        audit.add(by.actor(), "team.changed", id.toString(), team);
        return team;
    }

    @Transactional
    public void remove(UUID id, Caller by) {
        if (store.hasPeople(id)) {
            throw new Fault(AccessFault.TEAM_IN_USE, "Somebody is in this team: put them into another one first")
                    .at("id", id);
        }
        if (!store.remove(id)) throw missing(id);
        audit.add(by.actor(), "team.removed", id.toString(), Map.of());
    }

    /** Into one team or none; what they see changes with their next request. */
    @Transactional
    public void put(UUID account, @Nullable UUID team, Caller by) {
        if (team != null && !store.exists(team)) throw missing(team);
        if (!store.put(account, team)) {
            throw new Fault(AccessFault.USER_NOT_FOUND, "There is no user " + account + ": look in the list of users")
                    .at("id", account);
        }
        audit.add(by.actor(), "user.team-changed", account.toString(), Map.of("team", team == null ? "" : team));
    }

    Sight sight(UUID account, RoleScope scope) {
        return switch (scope) {
            case ALL -> Sight.WHOLE;
            case TEAM -> new Sight(store.mates(account));
            case OWN -> new Sight(Set.of(account));
        };
    }

    private static String named(String name) {
        var said = name.strip();
        if (!said.isEmpty() && said.length() <= NAME_AT_MOST) return said;
        throw new Fault(
                        AccessFault.FIELD_INVALID,
                        "The team needs a name of 1 to " + NAME_AT_MOST + " characters: shorten or write one")
                .at("name", said);
    }

    private static Fault missing(UUID id) {
        return new Fault(AccessFault.TEAM_NOT_FOUND, "There is no team " + id + ": look in the list of teams")
                .at("team", id);
    }

    private static Fault nameTaken(String name, @Nullable Exception cause) {
        var message = "There is a team '" + name.strip() + "' already: choose another name";
        return (cause == null
                        ? new Fault(AccessFault.TEAM_NAME_TAKEN, message)
                        : new Fault(AccessFault.TEAM_NAME_TAKEN, message, cause))
                .at("name", name);
    }

    record Team(UUID id, String name) {}
}
