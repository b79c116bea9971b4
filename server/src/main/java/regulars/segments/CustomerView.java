package regulars.segments;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way to look at the customers that somebody kept.
 *
 * @param rule null for everybody
 * @param columns names of the list's columns, in their order; the screens know them
 */
record CustomerView(
        UUID id, String name, @Nullable Rule rule, List<String> columns, CustomerOrder order, boolean descending) {}
