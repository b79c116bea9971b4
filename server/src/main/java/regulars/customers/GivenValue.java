package regulars.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value of an attribute as a source gave it.
 *
 * @param value null where the source took it back
 */
record GivenValue(String key, @Nullable Object value, String source, Instant givenAt) {}
