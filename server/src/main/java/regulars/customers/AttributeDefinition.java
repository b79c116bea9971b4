package regulars.customers;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A custom attribute with what the company says of it.
 *
 * @param owner whose field it is
 * @param label its name by language, which may be missing
 * @param purpose why it is kept; empty when nobody said
 * @param retentionDays after which a value is removed; null for ever
 */
public record AttributeDefinition(
        AttributeOwner owner,
        Attribute attribute,
        Map<String, String> label,
        String purpose,
        @Nullable Integer retentionDays,
        Sensitivity sensitivity,
        AttributeBasis basis) {
    public AttributeDefinition {
        label = Map.copyOf(label);
    }

    /** What {@link FieldSight} calls it. */
    public String field() {
        return owner.field(attribute.key());
    }
}
