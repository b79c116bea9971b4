package regulars.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import schema.access.tables.records.AccountRecord;

/** Which role asks, and which there are: for rules that name roles. */
@Service
public class CallerRoles {
    /** Stands for every program with an API key. */
    public static final String PROGRAM = "api-key";

    private final CurrentActor actor;
    private final AccountStore accounts;
    private final RoleStore roles;

    CallerRoles(CurrentActor actor, AccountStore accounts, RoleStore roles) {
        this.actor = actor;
        this.accounts = accounts;
        this.roles = roles;
    }

    /** @param name null for a role of the product: the screens say it in the reader's language */
    public record RoleName(String id, @Nullable String name) {}

    /** Empty when nobody asks but the system itself. */
    public Optional<String> current() {
        var who = actor.get();
        return switch (who.kind()) {
            case "user" -> accounts.find(UUID.fromString(who.name())).map(AccountRecord::getRole);
            case PROGRAM -> Optional.of(PROGRAM);
            default -> Optional.empty();
        };
    }

    public List<RoleName> all() {
        return roles.all().stream()
                .map(row -> new RoleName(row.getId(), row.getName()))
                .toList();
    }

    /** Whether nothing can be kept from the role. */
    public static boolean seesAll(String role) {
        return role.equals(BuiltInRole.OWNER.id());
    }
}
