package regulars.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must come out, reckoned from the generated shop by nothing of the product. */
final class Truth {
    static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");
    static final int DORMANT_DAYS = 120;

    private final List<Buyer> customers;
    private final List<Sale> sales;
    private final Instant begin;

    Truth(Shop shop, Instant begin) {
        this.customers = shop.joined(shop.opening(), begin);
        this.sales = shop.sold(shop.opening(), begin);
        this.begin = begin;
    }

    List<Buyer> customers() {
        return customers;
    }

    List<Sale> sales() {
        return sales;
    }

    /** Orders that count, of so many days before today and of today; of ever when null. */
    List<Sale> counted(@Nullable Integer periodDays) {
        var today = begin.atZone(ZONE).toLocalDate();
        var first = periodDays == null ? LocalDate.MIN : today.minusDays(periodDays);
        return sales.stream()
                .filter(Truth::counts)
                .filter(sale -> !sale.at().atZone(ZONE).toLocalDate().isBefore(first))
                .toList();
    }

    static boolean counts(Sale sale) {
        return !sale.status().equals("cancelled");
    }

    /** Whose last order that counts is so many days ago, by the days of the organisation's zone. */
    List<Buyer> dormant() {
        Map<String, LocalDate> last = new HashMap<>();
        sales.stream()
                .filter(Truth::counts)
                .forEach(sale -> last.put(sale.buyerId(), sale.at().atZone(ZONE).toLocalDate()));
        var today = begin.atZone(ZONE).toLocalDate();
        return customers.stream()
                .filter(buyer -> last.containsKey(buyer.id()))
                .filter(buyer -> ChronoUnit.DAYS.between(last.get(buyer.id()), today) >= DORMANT_DAYS)
                .toList();
    }
}
