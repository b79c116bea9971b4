package regulars.customers;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import regulars.access.CurrentActor;
import regulars.kernel.Actor;

/** Who changes an object, when, and what they may change. */
@Component
class ObjectConduct {
    private final CurrentActor current;
    private final FieldRights rights;
    private final InstantSource clock;

    ObjectConduct(CurrentActor current, FieldRights rights, InstantSource clock) {
        this.current = current;
        this.rights = rights;
        this.clock = clock;
    }

    Actor actor() {
        return current.get();
    }

    Instant now() {
        return clock.instant();
    }

    ObjectValueStore.By by() {
        return new ObjectValueStore.By(actor().toString(), now());
    }

    void requireEdited(ObjectTypes.Usable type, Iterable<Attribute> fields) {
        var sight = rights.sight();
        for (Attribute one : fields) sight.requireEdited(type.type().owner().field(one.key()));
    }
}
