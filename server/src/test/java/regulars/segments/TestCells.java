package regulars.segments;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import regulars.segments.Rule.AllRule;
import regulars.segments.Rule.NotRule;
import regulars.segments.Rule.OrderWindow;
import regulars.segments.Rule.OrdersRule;

/** A grid of three cells, as another room would keep it. */
final class TestCells {
    static final String GRID = "test";

    private static final Rule LATELY = orders(OrderMeasure.DAYS_SINCE_LAST, CheckOperator.AT_MOST, "40");
    private static final Map<String, Rule> RULES = Map.of(
            "lately",
            LATELY,
            "often",
            new AllRule(List.of(new NotRule(LATELY), orders(OrderMeasure.COUNT, CheckOperator.AT_LEAST, "2"))),
            "never",
            orders(OrderMeasure.COUNT, CheckOperator.IS, "0"));

    static final List<String> CODES = List.of("lately", "often", "never");
    static final Cells CELLS = new Cells(List.of((grid, asOf) -> grid.equals(GRID)
            ? CODES.stream()
                    .map(code -> new CellGrids.GridCell(code, rule(code)))
                    .toList()
            : List.of()));

    private TestCells() {}

    static Rule rule(String code) {
        return Objects.requireNonNull(RULES.get(code));
    }

    private static Rule orders(OrderMeasure measure, CheckOperator operator, String value) {
        return new OrdersRule(measure, ValueCheck.of(operator, value), OrderWindow.EVER, List.of(), null);
    }
}
