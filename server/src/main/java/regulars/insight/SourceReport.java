package regulars.insight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Money;

/**
 * Where customers came from, down to revenue.
 *
 * @param days of the period: today and the days before it; null for ever
 * @param rows the ones with most revenue first
 * @param left how many more there are
 */
record SourceReport(Instant asOf, @Nullable Integer days, SourceFigures total, List<SourceFigures> rows, int left) {
    /**
     * Customers of one source.
     *
     * @param key a channel's code, or what the address, the site or the record is called; null where nothing is known
     * @param newcomers came in the period
     * @param buyers bought in it
     */
    record SourceFigures(@Nullable String key, int customers, int newcomers, int buyers, int orders, Money revenue) {}
}
