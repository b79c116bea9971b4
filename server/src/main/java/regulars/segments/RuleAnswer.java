package regulars.segments;

import org.jspecify.annotations.Nullable;

/**
 * What one condition or group says of one customer.
 *
 * @param value the customer's own, in the form of {@link ValueCheck}; null for a group and where it is unknown
 */
public record RuleAnswer(
        String path, boolean holds, @Nullable String value) {}
