package regulars.access;

import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Actor;
import regulars.kernel.Permission;
import regulars.kernel.Sight;

/** Who was recognised at the door of a request. */
sealed interface Caller extends Principal {
    Actor actor();

    /** What they may do. */
    Set<Permission> permissions();

    /** Whose customers they do it with. */
    Sight sight();

    /** Whose the records are that they add: theirs when they would not see them otherwise. */
    @Nullable
    UUID ownerOfNew();

    @Override
    default String getName() {
        return actor().toString();
    }

    /** A person with a session. */
    record User(UUID id, boolean mustChangePassword, Set<Permission> permissions, Sight sight) implements Caller {
        @Override
        public Actor actor() {
            return new Actor("user", id.toString());
        }

        @Override
        public @Nullable UUID ownerOfNew() {
            return sight.whole() ? null : id;
        }
    }

    /**
     * A program with an API key.
     *
     * @param kind where it is kept
     * @param ownerOfNew the person whose eyes it sees with; null when it sees everything
     */
    record Key(
            UUID id,
            KeyKind kind,
            Set<Permission> permissions,
            Sight sight,
            @Nullable UUID ownerOfNew) implements Caller {
        @Override
        public Actor actor() {
            return new Actor("api-key", id.toString());
        }
    }
}
