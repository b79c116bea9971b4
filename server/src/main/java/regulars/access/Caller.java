package regulars.access;

import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import regulars.kernel.Actor;
import regulars.kernel.Permission;

/** Who was recognised at the door of a request. */
sealed interface Caller extends Principal {
    Actor actor();

    /** What they may do. */
    Set<Permission> permissions();

    @Override
    default String getName() {
        return actor().toString();
    }

    /** A person with a session. */
    record User(UUID id, boolean mustChangePassword, Set<Permission> permissions) implements Caller {
        @Override
        public Actor actor() {
            return new Actor("user", id.toString());
        }
    }

    /** A program with an API key. */
    record Key(UUID id, Set<Permission> permissions) implements Caller {
        @Override
        public Actor actor() {
            return new Actor("api-key", id.toString());
        }
    }
}
