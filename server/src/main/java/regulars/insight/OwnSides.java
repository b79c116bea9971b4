package regulars.insight;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;
import regulars.segments.CheckOperator;
import regulars.segments.EventMeasure;
import regulars.segments.GridSide;
import regulars.segments.OrderMeasure;
import regulars.segments.Rule;
import regulars.segments.Rule.EventFilter;
import regulars.segments.Rule.EventsRule;
import regulars.segments.Rule.OrderWindow;
import regulars.segments.Rule.OrdersRule;
import regulars.segments.ValueCheck;

/** Two measures against each other, as the company wants them. */
record OwnSides(GridSide rows, GridSide columns) {
    private static final int MOST = 8;
    private static final Set<OrderMeasure> OF_ORDERS =
            EnumSet.of(OrderMeasure.COUNT, OrderMeasure.REVENUE, OrderMeasure.AVERAGE, OrderMeasure.DAYS_SINCE_LAST);

    /**
     * Refuses sides that cannot be drawn.
     *
     * @param hasNumber whether customers have a number under a key
     */
    OwnSides checked(Predicate<String> hasNumber) {
        check("rows", rows, hasNumber);
        check("columns", columns, hasNumber);
        return this;
    }

    private static void check(String name, GridSide side, Predicate<String> hasNumber) {
        var tops = side.tops();
        boolean ordered = true;
        for (int i = 1; i < tops.size(); i++) ordered &= tops.get(i - 1) <= tops.get(i);
        boolean tooLow = side.key() == null && !tops.isEmpty() && tops.getFirst() < 0;
        if (tops.isEmpty() || tops.size() >= MOST || !ordered || tooLow) {
            throw new Fault(
                            InsightFault.SIDE_INVALID,
                            "A side has 2 to " + MOST + " bands, their borders from low to high: correct them.")
                    .at(name + ".tops", tops)
                    .with("limit", MOST);
        }
        InsightReader.period(side.days());
        measure(name, side, hasNumber);
    }

    private static void measure(String name, GridSide side, Predicate<String> hasNumber) {
        var key = side.key();
        if (key != null && side.days() != null) {
            throw new Fault(
                            InsightFault.PERIOD_NEEDLESS,
                            "What a customer has is asked as it is now: leave the period of '" + key + "' out.")
                    .at(name + ".days", side.days());
        }
        if (key != null && !hasNumber.test(key)) {
            throw new Fault(
                            InsightFault.NUMBER_UNKNOWN,
                            "Customers have no number '" + key + "' (any more): choose another measure.")
                    .at(name + ".measure", side.measure())
                    .with("key", key);
        }
        var orders = ofOrders(side.measure());
        if (side.measure().isBlank() || orders != null && !OF_ORDERS.contains(orders)) {
            throw new Fault(
                            InsightFault.MEASURE_INVALID,
                            "'" + side.measure() + "' cannot be a side: choose one of " + OF_ORDERS
                                    + ", a number of customers as attribute.KEY, or a type of events.")
                    .at(name + ".measure", side.measure())
                    .with("measure", side.measure());
        }
    }

    /** From low to high, each with the rule that says who is in it. */
    static List<GridBand> bands(GridSide side) {
        var key = side.key();
        return key == null ? whole(side) : OwnNumbers.bands(key, side.tops());
    }

    private static List<GridBand> whole(GridSide side) {
        var bounds = new Bounds(side.tops());
        List<GridBand> bands = new ArrayList<>();
        for (int band = 1; band <= bounds.bands(); band++) {
            Long to = bounds.open(band) ? null : Long.valueOf(bounds.to(band));
            var rule = bounds.empty(band) ? null : measured(side, check(bounds, band, to));
            bands.add(new GridBand(band, bounds.from(band), to, rule));
        }
        return bands;
    }

    /** The lowest band takes what refunds have made negative too. */
    private static ValueCheck check(Bounds bounds, int band, @Nullable Long to) {
        var from = String.valueOf(bounds.from(band));
        if (to == null) return new ValueCheck(CheckOperator.AT_LEAST, List.of(from));
        if (band == 1) return new ValueCheck(CheckOperator.AT_MOST, List.of(to.toString()));
        return new ValueCheck(CheckOperator.BETWEEN, List.of(from, to.toString()));
    }

    private static Rule measured(GridSide side, ValueCheck check) {
        var days = side.days();
        var window = days == null ? OrderWindow.EVER : OrderWindow.lastDays(days);
        var orders = ofOrders(side.measure());
        if (orders != null) return new OrdersRule(orders, check, window, List.of(), null);
        return new EventsRule(new EventFilter(side.measure(), List.of()), EventMeasure.COUNT, null, check, window);
    }

    private static @Nullable OrderMeasure ofOrders(String measure) {
        for (var known : OrderMeasure.values()) if (known.name().equals(measure)) return known;
        return null;
    }
}
