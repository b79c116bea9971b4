package regulars.segments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import regulars.customers.FieldSight;

/**
 * One side of a matrix of somebody's own: a measure of customers, parted by borders.
 *
 * @param measure a figure of orders by its name, a number that customers have by its key as in {@code attribute.age}, or
 *     a type of events, which are counted
 * @param days of so many last days; null for all
 * @param tops the largest value of each band but the last, from low to high
 */
public record GridSide(String measure, @Nullable Integer days, List<Long> tops) {
    private static final String OWN = FieldSight.own("");

    public GridSide {
        tops = Lists.orEmpty(tops);
    }

    /** The key of the number that it measures; null when it measures something else. */
    public @Nullable String key() {
        return measure.startsWith(OWN) ? measure.substring(OWN.length()) : null;
    }

    /** Whether whoever has this sight may know what it measures. */
    boolean isSeen(FieldSight sight) {
        return key() == null || sight.sees(measure);
    }
}
