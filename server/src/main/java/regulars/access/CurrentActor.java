package regulars.access;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import regulars.kernel.Actor;
import regulars.kernel.Permission;
import regulars.kernel.Sight;
import regulars.kernel.Sights;

/** Who is calling. Safe for use by several threads: each asks about its own request. */
@Component
public class CurrentActor implements Sights {
    /** The user or API key of this thread's request, else {@link Actor#SYSTEM}. */
    public Actor get() {
        return caller().map(Caller::actor).orElse(Actor.SYSTEM);
    }

    /** Whether the caller has a right, for what only a part of an answer depends on; the system has all. */
    public boolean may(Permission permission) {
        return caller().map(caller -> caller.permissions().contains(permission)).orElse(true);
    }

    @Override
    public Sight current() {
        return caller().map(Caller::sight).orElse(Sight.WHOLE);
    }

    /** Whose a record is that the caller adds: theirs when they would not see it otherwise, else nobody's. */
    public @Nullable UUID ownerOfNew() {
        return caller().map(Caller::ownerOfNew).orElse(null);
    }

    private static Optional<Caller> caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }
}
