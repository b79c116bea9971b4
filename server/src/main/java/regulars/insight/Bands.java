package regulars.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import regulars.segments.CheckOperator;
import regulars.segments.OrderMeasure;
import regulars.segments.Rule;
import regulars.segments.Rule.OrderWindow;
import regulars.segments.Rule.OrdersRule;
import regulars.segments.ValueCheck;

/** Bands of a figure of orders, each with the rule that says who is in it. */
final class Bands {
    private final OrderWindow window;

    Bands(@Nullable Integer periodDays) {
        this.window = periodDays == null ? OrderWindow.EVER : OrderWindow.lastDays(periodDays);
    }

    OrderWindow window() {
        return window;
    }

    /** In the order of the scores. */
    List<GridBand> of(OrderMeasure measure, Bounds bounds, long smallest) {
        List<GridBand> bands = new ArrayList<>();
        for (int band = 1; band <= bounds.bands(); band++) bands.add(band(measure, bounds, band, smallest));
        return bands;
    }

    /** The best score is for the fewest days. */
    List<GridBand> ofRecency(Bounds days) {
        List<GridBand> bands = new ArrayList<>();
        for (int score = 1; score <= days.bands(); score++) {
            var band = band(OrderMeasure.DAYS_SINCE_LAST, days, days.bands() + 1 - score, 0);
            bands.add(new GridBand(score, band.from(), band.to(), band.rule()));
        }
        return bands;
    }

    private GridBand band(OrderMeasure measure, Bounds bounds, int band, long smallest) {
        long from = Math.max(smallest, bounds.from(band));
        if (bounds.open(band)) {
            return new GridBand(band, from, null, rule(measure, CheckOperator.AT_LEAST, from));
        }
        long to = bounds.to(band);
        boolean empty = from > to;
        // The lowest band of money takes what refunds have made negative too.
        var rule = band == 1 && measure != OrderMeasure.COUNT
                ? rule(measure, CheckOperator.AT_MOST, to)
                : rule(measure, CheckOperator.BETWEEN, from, to);
        return new GridBand(band, from, to, empty ? null : rule);
    }

    private Rule rule(OrderMeasure measure, CheckOperator operator, long... values) {
        var operands = Arrays.stream(values).mapToObj(String::valueOf).toList();
        return new OrdersRule(measure, new ValueCheck(operator, operands), window, List.of(), null);
    }
}
