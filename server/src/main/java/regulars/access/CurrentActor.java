package regulars.access;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import regulars.kernel.Actor;
import regulars.kernel.Permission;

/** Who is calling. Safe for use by several threads: each asks about its own request. */
@Component
public class CurrentActor {
    /** The user or API key of this thread's request, else {@link Actor#SYSTEM}. */
    public Actor get() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) return caller.actor();
        return Actor.SYSTEM;
    }

    /** Whether the caller has a right, for what only a part of an answer depends on; the system has all. */
    public boolean may(Permission permission) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return !(authentication != null && authentication.getPrincipal() instanceof Caller caller)
                || caller.permissions().contains(permission);
    }
}
