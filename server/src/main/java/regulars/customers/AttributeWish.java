package regulars.customers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody at a screen wants an attribute to be.
 *
 * @param label its name by language; one at least
 * @param purpose why it is kept
 * @param retentionDays after which a value is removed; null for ever
 * @param sensitivity where it is left out, as it was; ordinary of a new one
 * @param options of a choice or a list
 * @param seenBy roles, and {@code api-key} for programs; where it is left out, everybody, but of a special one whoever saw
 *     it when it became one already, else owners only
 * @param editedBy the same; null for everybody who sees it
 */
record AttributeWish(
        @Nullable Map<String, String> label,
        @Nullable String purpose,
        @Nullable Integer retentionDays,
        @Nullable Sensitivity sensitivity,
        @Nullable AttributeBasis basis,
        @Nullable List<AttributeOption> options,
        @Nullable Set<String> seenBy,
        @Nullable Set<String> editedBy) {}
