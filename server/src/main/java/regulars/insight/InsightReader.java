package regulars.insight;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.access.Organisations;
import regulars.kernel.Fault;
import regulars.kernel.Money;
import regulars.segments.CheckOperator;
import regulars.segments.OrderMeasure;
import regulars.segments.Rule;
import regulars.segments.Rule.AllRule;
import regulars.segments.Rule.OrdersRule;
import regulars.segments.Segments;
import regulars.segments.ValueCheck;

/** What both grids need: who bought, in which money, at which moment. */
@Component
class InsightReader {
    private static final int LONGEST_PERIOD = 36_500;

    private final SchemeStore schemes;
    private final Segments segments;
    private final Organisations organisations;
    private final InstantSource clock;

    InsightReader(SchemeStore schemes, Segments segments, Organisations organisations, InstantSource clock) {
        this.schemes = schemes;
        this.segments = segments;
        this.organisations = organisations;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return clock.instant().atZone(organisations.get().zone()).toLocalDate();
    }

    /** The last moment of a day, or now while the day is not over. */
    Instant endOf(LocalDate day) {
        var end = day.plusDays(1)
                .atStartOfDay(organisations.get().zone())
                .toInstant()
                .minus(1, ChronoUnit.MICROS);
        var now = clock.instant();
        return end.isAfter(now) ? now : end;
    }

    Instant startOfDayAgo(long days, Instant asOf) {
        return buyers(null, asOf).startOfDayAgo(days);
    }

    BuyerTable buyers(@Nullable Integer periodDays, Instant asOf) {
        return new BuyerTable(
                schemes.countingStatuses(), asOf, organisations.get().zone(), periodDays);
    }

    Money money(long minor) {
        return new Money(minor, organisations.get().currency());
    }

    /** Customers who have no place in a grid, because they did not buy in its period. */
    CountedRule withoutOrders(Bands bands, Instant asOf) {
        var none = new OrdersRule(
                OrderMeasure.COUNT, ValueCheck.of(CheckOperator.IS, "0"), bands.window(), List.of(), null);
        return new CountedRule(segments.counts(List.of(none), asOf).getFirst(), none);
    }

    static @Nullable Integer period(@Nullable Integer days) {
        if (days != null && (days < 1 || days > LONGEST_PERIOD)) {
            throw new Fault(
                            InsightFault.PERIOD_INVALID,
                            "A period has 1 to " + LONGEST_PERIOD + " days: choose another.")
                    .at("periodDays", days)
                    .with("limit", LONGEST_PERIOD);
        }
        return days;
    }

    /** Who is in all of the bands; null when one of them is empty. */
    static @Nullable Rule both(GridBand one, GridBand other) {
        if (one.rule() == null || other.rule() == null) return null;
        return new AllRule(List.of(Objects.requireNonNull(one.rule()), Objects.requireNonNull(other.rule())));
    }
}
