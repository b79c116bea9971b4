package regulars.access;

import java.security.Principal;
import java.util.UUID;
import regulars.kernel.Actor;

/** Who was recognised at the door of a request. */
sealed interface Caller extends Principal {
    Actor actor();

    @Override
    default String getName() {
        return actor().toString();
    }

    /** A person with a session. */
    record User(UUID id, boolean mustChangePassword) implements Caller {
        @Override
        public Actor actor() {
            return new Actor("user", id.toString());
        }
    }

    /** A program with an API key. */
    record Key(UUID id) implements Caller {
        @Override
        public Actor actor() {
            return new Actor("api-key", id.toString());
        }
    }
}
