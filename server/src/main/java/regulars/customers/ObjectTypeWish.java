package regulars.customers;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody at a screen wants a type of objects to be.
 *
 * @param one its name by language; one at least
 * @param many the name of several, by language; one at least
 * @param titleField the key of the field that its objects are called by; null leaves it as it is
 */
record ObjectTypeWish(
        @Nullable Map<String, String> one,
        @Nullable Map<String, String> many,
        @Nullable String icon,
        @Nullable String titleField) {}
