package regulars.segments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side of a matrix of somebody's own: a measure of customers, parted by borders.
 *
 * @param measure a figure of orders by its name, or a type of events, which are counted
 * @param days of so many last days; null for all
 * @param tops the largest value of each band but the last, from low to high
 */
public record GridSide(String measure, @Nullable Integer days, List<Long> tops) {
    public GridSide {
        tops = Lists.orEmpty(tops);
    }
}
