package regulars.kernel;

import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which records somebody sees. Each belongs to one of us or to nobody; what is out of sight does not exist for them.
 *
 * @param owners whose records they are; null for everybody's and nobody's
 */
public record Sight(@Nullable Set<UUID> owners) {
    public static final Sight WHOLE = new Sight(null);

    public Sight {
        owners = owners == null ? null : Set.copyOf(owners);
    }

    public boolean whole() {
        return owners == null;
    }

    public boolean admits(@Nullable UUID owner) {
        var seen = owners;
        return seen == null || owner != null && seen.contains(owner);
    }

    /** Whether somebody in sight did it; {@code actor} is an {@link Actor} as text. */
    public Condition admitsActor(Field<String> actor) {
        var seen = owners;
        return seen == null
                ? DSL.noCondition()
                : actor.in(seen.stream()
                        .map(id -> new Actor("user", id.toString()).toString())
                        .toList());
    }

    /** In PostgreSQL; on the mirror it is applied by itself. */
    public Condition admits(Field<UUID> owner) {
        var seen = owners;
        return seen == null ? DSL.noCondition() : owner.in(seen);
    }
}
