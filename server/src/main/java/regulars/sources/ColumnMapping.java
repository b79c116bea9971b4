package regulars.sources;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import regulars.customers.AttributeType;

/**
 * What a column of the file is.
 *
 * @param column its place, the first being 0
 * @param field a key of the kind's fields; {@code attribute} for one of the company's own
 * @param attribute which one, when the field says so; it is made when there is none of that key
 */
public record ColumnMapping(
        int column, String field, @Nullable MappedAttribute attribute) {
    /** @param label its name by language, for people */
    public record MappedAttribute(
            String key, AttributeType type, @Nullable Map<String, String> label) {}
}
