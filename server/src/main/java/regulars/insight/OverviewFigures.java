package regulars.insight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Money;

/**
 * The base in numbers.
 *
 * @param days of the period: today and the days before it
 * @param customers all active ones
 * @param newCustomers came in the period
 * @param active bought in the last {@code activeDays} days
 * @param buyers ever bought
 * @param repeatBuyers bought at least twice
 * @param before the equally long period before
 * @param months of the organisation's zone, oldest first, the current one last
 */
public record OverviewFigures(
        Instant asOf,
        int days,
        int activeDays,
        int customers,
        CountedRule newCustomers,
        CountedRule active,
        CountedRule buyers,
        CountedRule repeatBuyers,
        PeriodFigures period,
        PeriodFigures before,
        List<MonthFigures> months) {
    /** {@code averageCheck} is null when there were no orders. */
    public record PeriodFigures(
            int orders, Money revenue, @Nullable Money averageCheck) {}

    /** {@code month} as {@code 2026-11}. */
    public record MonthFigures(String month, int orders, Money revenue) {}
}
