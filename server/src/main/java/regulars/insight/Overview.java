package regulars.insight;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static schema.commerce.Tables.ORDERS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.CaseConditionStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Service;
import regulars.access.Organisations;
import regulars.insight.OverviewFigures.MonthFigures;
import regulars.insight.OverviewFigures.PeriodFigures;
import regulars.segments.CheckOperator;
import regulars.segments.CustomerField;
import regulars.segments.OrderMeasure;
import regulars.segments.Rule;
import regulars.segments.Rule.FieldRule;
import regulars.segments.Rule.OrderWindow;
import regulars.segments.Rule.OrdersRule;
import regulars.segments.Segments;
import regulars.segments.ValueCheck;
import regulars.warehouse.Warehouse;

/** The state of the base in a few numbers; those of people come with the rule that says who. */
@Service
class Overview {
    private static final int MONTHS = 24;

    private final Warehouse warehouse;
    private final Segments segments;
    private final SchemeStore schemes;
    private final InsightReader reader;
    private final Organisations organisations;

    Overview(
            Warehouse warehouse,
            Segments segments,
            SchemeStore schemes,
            InsightReader reader,
            Organisations organisations) {
        this.warehouse = warehouse;
        this.segments = segments;
        this.schemes = schemes;
        this.reader = reader;
        this.organisations = organisations;
    }

    /**
     * @param days the period looked at, compared with the one before it
     * @param activeDays who bought in so many days is active
     */
    OverviewFigures figures(int days, int activeDays) {
        InsightReader.period(days);
        InsightReader.period(activeDays);
        var now = reader.now();
        var rules = List.of(
                bought(1, OrderWindow.EVER),
                new FieldRule(CustomerField.CREATED, check(CheckOperator.LAST_DAYS, days - 1)),
                bought(1, OrderWindow.lastDays(activeDays)),
                bought(2, OrderWindow.EVER),
                new FieldRule(CustomerField.CREATED, new ValueCheck(CheckOperator.KNOWN, List.of())));
        var counts = segments.counts(rules, now);
        var dates = dates(now, days);
        var statuses = schemes.countingStatuses();
        return new OverviewFigures(
                now,
                days,
                activeDays,
                counts.get(4),
                new CountedRule(counts.get(1), rules.get(1)),
                new CountedRule(counts.get(2), rules.get(2)),
                new CountedRule(counts.get(0), rules.get(0)),
                new CountedRule(counts.get(3), rules.get(3)),
                period(statuses, dates.get(1), now),
                period(statuses, dates.get(0), dates.get(1)),
                months(statuses, now));
    }

    /** The beginnings of the period before and of this one, which ends with today. */
    private List<Instant> dates(Instant now, int days) {
        ZoneId zone = organisations.get().zone();
        LocalDate first = now.atZone(zone).toLocalDate().minusDays(days - 1L);
        return List.of(
                first.minusDays(days).atStartOfDay(zone).toInstant(),
                first.atStartOfDay(zone).toInstant());
    }

    private PeriodFigures period(List<String> statuses, Instant from, Instant before) {
        return warehouse.read(mirror -> mirror.select(count(), sum(ORDERS.REVENUE_BASE_MINOR))
                .from(ORDERS)
                .where(ORDERS.STATUS.in(statuses), ORDERS.PLACED_AT.ge(from), ORDERS.PLACED_AT.lt(before))
                .fetchSingle(row -> summed(row.value1(), Rfm.minor(row.value2()))));
    }

    private PeriodFigures summed(int orders, long revenue) {
        var average = orders == 0 ? null : reader.money(Math.floorDiv(revenue, orders));
        return new PeriodFigures(orders, reader.money(revenue), average);
    }

    private List<MonthFigures> months(List<String> statuses, Instant now) {
        ZoneId zone = organisations.get().zone();
        YearMonth current = YearMonth.from(now.atZone(zone));
        Map<Integer, PeriodFigures> found = warehouse.read(mirror -> byMonthsAgo(mirror, statuses, now, current, zone));
        List<MonthFigures> months = new ArrayList<>();
        for (int ago = MONTHS - 1; ago >= 0; ago--) {
            var figures = found.getOrDefault(ago, summed(0, 0));
            months.add(new MonthFigures(current.minusMonths(ago).toString(), figures.orders(), figures.revenue()));
        }
        return months;
    }

    /** The borders of the months are computed here, for the zone's rules live in Java: newest first, as most orders are. */
    private Map<Integer, PeriodFigures> byMonthsAgo(
            DSLContext mirror, List<String> statuses, Instant now, YearMonth current, ZoneId zone) {
        CaseConditionStep<Integer> ago = when(ORDERS.PLACED_AT.ge(start(current, zone)), inline(0));
        for (int month = 1; month < MONTHS; month++) {
            ago = ago.when(ORDERS.PLACED_AT.ge(start(current.minusMonths(month), zone)), inline(month));
        }
        Field<Integer> monthsAgo = ago.as("months_ago");
        return mirror.select(monthsAgo, count(), sum(ORDERS.REVENUE_BASE_MINOR))
                .from(ORDERS)
                .where(ORDERS.STATUS.in(statuses), ORDERS.PLACED_AT.le(now))
                .and(ORDERS.PLACED_AT.ge(start(current.minusMonths(MONTHS - 1L), zone)))
                .groupBy(inline(1))
                .fetchMap(row -> row.value1(), row -> summed(row.value2(), Rfm.minor(row.value3())));
    }

    private static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    private static Rule bought(int times, OrderWindow window) {
        return new OrdersRule(OrderMeasure.COUNT, check(CheckOperator.AT_LEAST, times), window, List.of(), null);
    }

    private static ValueCheck check(CheckOperator operator, int value) {
        return ValueCheck.of(operator, String.valueOf(value));
    }
}
