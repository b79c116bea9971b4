package regulars.customers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody at a screen wants an attribute to be.
 *
 * @param label its name by language; one at least
 * @param purpose why it is kept
 * @param retentionDays after which a value is removed; null for ever
 * @param options of a choice or a list
 */
record AttributeWish(
        @Nullable Map<String, String> label,
        @Nullable String purpose,
        @Nullable Integer retentionDays,
        @Nullable Sensitivity sensitivity,
        @Nullable AttributeBasis basis,
        @Nullable List<AttributeOption> options) {}
