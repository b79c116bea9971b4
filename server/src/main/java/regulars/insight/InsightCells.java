package regulars.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.insight.SchemeStore.Scheme;
import regulars.segments.CellGrids;
import regulars.segments.CheckOperator;
import regulars.segments.OrderMeasure;
import regulars.segments.Rule;
import regulars.segments.Rule.AllRule;
import regulars.segments.Rule.OrderWindow;
import regulars.segments.Rule.OrdersRule;
import regulars.segments.ValueCheck;

/** The cells of RFM, of the matrix and of the life cycle, for rules to ask about. */
@Component
class InsightCells implements CellGrids {
    static final String RFM = "rfm";
    static final String MATRIX = "matrix";
    /** In a cell that no value can be in is nobody. */
    private static final Rule NOBODY = new AllRule(List.of(orders("0"), orders("1")));

    private final SchemeStore store;

    InsightCells(SchemeStore store) {
        this.store = store;
    }

    @Override
    public List<GridCell> cells(String grid, @Nullable Instant asOf) {
        return switch (grid) {
            case RFM ->
                scheme(grid, RfmThresholds.class, asOf).map(InsightCells::rfm).orElse(List.of());
            case MATRIX ->
                scheme(grid, MatrixThresholds.class, asOf)
                        .map(InsightCells::matrix)
                        .orElse(List.of());
            case LifeCycle.KIND ->
                scheme(grid, LifeCycleStages.class, asOf)
                        .map(Scheme::thresholds)
                        .orElseGet(LifeCycleStages::usual)
                        .cells();
            default -> List.of();
        };
    }

    private <T> Optional<Scheme<T>> scheme(String kind, Class<T> type, @Nullable Instant asOf) {
        return asOf == null ? store.latest(kind, type) : store.inForceAt(kind, type, asOf);
    }

    private static List<GridCell> rfm(Scheme<RfmThresholds> scheme) {
        var bands = new Bands(scheme.periodDays());
        return crossed(
                bands.ofRecency(scheme.thresholds().recency()),
                bands.of(OrderMeasure.COUNT, scheme.thresholds().frequency(), 1));
    }

    private static List<GridCell> matrix(Scheme<MatrixThresholds> scheme) {
        var bands = new Bands(scheme.periodDays());
        return crossed(
                bands.of(OrderMeasure.COUNT, scheme.thresholds().frequency(), 1),
                bands.of(OrderMeasure.AVERAGE, scheme.thresholds().check(), 0));
    }

    private static List<GridCell> crossed(List<GridBand> rows, List<GridBand> columns) {
        List<GridCell> cells = new ArrayList<>();
        for (var row : rows) {
            for (var column : columns) {
                var rule = InsightReader.both(row, column);
                cells.add(new GridCell(row.score() + "-" + column.score(), rule == null ? NOBODY : rule));
            }
        }
        return cells;
    }

    private static Rule orders(String count) {
        var check = ValueCheck.of(CheckOperator.IS, count);
        return new OrdersRule(OrderMeasure.COUNT, check, OrderWindow.EVER, List.of(), null);
    }
}
