package regulars.customers;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about an object. What is left out stays as it is; an empty text clears.
 *
 * @param key what another system calls it
 * @param customerId whose it is, or becomes; of types that belong to customers
 * @param companyId the same of types that belong to companies
 * @param attributes values by field, as somebody writes them
 */
record ObjectFields(
        @Nullable String key,
        @Nullable UUID customerId,
        @Nullable UUID companyId,
        @Nullable Map<String, String> attributes) {
    ObjectFields {
        attributes = attributes == null ? null : Map.copyOf(attributes);
    }

    Map<String, String> values() {
        return attributes == null ? Map.of() : attributes;
    }
}
