package regulars.insight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Money;
import regulars.segments.Rule;

/**
 * Buyers by recency and frequency, with their money.
 *
 * @param cells all 25, also the empty ones
 * @param withoutOrders customers who did not buy in the period and have no score
 */
public record RfmGrid(
        SchemeView scheme,
        Instant asOf,
        int buyers,
        CountedRule withoutOrders,
        List<GridBand> recency,
        List<GridBand> frequency,
        List<GridBand> monetary,
        List<RfmCell> cells) {
    /**
     * @param monetary how many of them have each money score, from 1 to 5
     * @param rule who they are; null when nobody can be
     */
    public record RfmCell(
            int recency,
            int frequency,
            int customers,
            Money revenue,
            List<Integer> monetary,
            @Nullable Rule rule) {}
}
