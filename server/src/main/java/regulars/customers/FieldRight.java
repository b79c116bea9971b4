package regulars.customers;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a field and who may change it.
 *
 * @param field a usual one by its key, or {@code attribute.<key>}
 * @param seenBy roles, and {@code api-key} for programs; null for everybody
 * @param editedBy the same; null for everybody who sees it
 */
record FieldRight(
        String field,
        @Nullable Set<String> seenBy,
        @Nullable Set<String> editedBy) {
    FieldRight {
        seenBy = seenBy == null ? null : Set.copyOf(seenBy);
        editedBy = editedBy == null ? null : Set.copyOf(editedBy);
    }

    static FieldRight everybodys(String field) {
        return new FieldRight(field, null, null);
    }

    boolean isSeenBy(String role) {
        return seenBy == null || seenBy.contains(role);
    }

    boolean isEditedBy(String role) {
        return isSeenBy(role) && (editedBy == null || editedBy.contains(role));
    }
}
