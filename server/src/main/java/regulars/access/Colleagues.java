package regulars.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Fault;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** People of ours as those whose a record can be. */
@Service
public class Colleagues {
    private final AccountStore accounts;
    private final CurrentActor actor;

    Colleagues(AccountStore accounts, CurrentActor actor) {
        this.accounts = accounts;
        this.actor = actor;
    }

    /** @param active whether they can be given anything: whoever left keeps what they had */
    public record Colleague(UUID id, String name, boolean active) {}

    /** Those whose records the caller sees. */
    public List<Colleague> inSight() {
        var sight = actor.current();
        return accounts.all().stream()
                .filter(account -> sight.admits(account.getId()))
                .map(account -> new Colleague(
                        account.getId(),
                        account.getName().isEmpty() ? account.getEmail() : account.getName(),
                        account.getDeactivatedAt() == null))
                .toList();
    }

    /**
     * Whether the caller may make a record theirs, or nobody's with null: nobody gives away what they then would not
     * see.
     *
     * @throws Fault {@link AccessFault#COLLEAGUE_UNKNOWN}
     */
    public void requireGivable(@Nullable UUID owner) {
        if (owner == null && actor.current().whole()) return;
        if (inSight().stream().anyMatch(one -> one.active() && one.id().equals(owner))) return;
        throw new Fault(
                        AccessFault.COLLEAGUE_UNKNOWN,
                        "You can give it to nobody with the id " + owner + ": choose somebody of the list")
                .at("owner", owner)
                .with("owner", String.valueOf(owner));
    }

    /** Those who can be given something, by their ids, addresses and names in lower case; a name of two is of neither. */
    public Map<String, UUID> named() {
        var named = new HashMap<String, UUID>();
        var shared = new HashSet<String>();
        for (var one : accounts.all()) {
            if (one.getDeactivatedAt() != null || !actor.current().admits(one.getId())) continue;
            named.put(one.getId().toString(), one.getId());
            named.put(one.getEmail().toLowerCase(Locale.ROOT), one.getId());
            var name = one.getName().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && named.putIfAbsent(name, one.getId()) != null) shared.add(name);
        }
        named.keySet().removeAll(shared);
        return named;
    }

    @RestController
    static class ColleaguesController {
        private final Colleagues colleagues;

        ColleaguesController(Colleagues colleagues) {
            this.colleagues = colleagues;
        }

        /** Whose a record can be. */
        @GetMapping("/api/v1/colleagues")
        @Needs(Permission.CUSTOMERS_READ)
        ColleagueList list() {
            return new ColleagueList(colleagues.inSight());
        }

        record ColleagueList(List<Colleague> items) {}
    }
}
