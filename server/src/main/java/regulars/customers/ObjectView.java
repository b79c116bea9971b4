package regulars.customers;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An object with what the caller may see of it.
 *
 * @param type the key of its type
 * @param key what another system calls it
 * @param title the value of the type's title field, as text; empty where there is none or it is not to be seen
 * @param attributes values by field
 * @param owner whose it is; null once the owner was erased or deleted
 */
record ObjectView(
        UUID id,
        String type,
        @Nullable String key,
        String title,
        Map<String, Object> attributes,
        @Nullable ObjectOwner owner,
        Instant createdAt,
        Instant updatedAt,
        boolean deleted) {

    /** A customer or a company that an object belongs to. */
    record ObjectOwner(ObjectOwnerKind kind, UUID id, String name) {}
}
