package regulars.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.insight.SchemeStore.Scheme;
import regulars.kernel.Fault;
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

    private static final String OWN = "own:";

    private final SchemeStore store;
    private final OwnMatrixStore matrices;

    InsightCells(SchemeStore store, OwnMatrixStore matrices) {
        this.store = store;
        this.matrices = matrices;
    }

    /** What rules call a matrix of one's own. */
    static String own(UUID matrix) {
        return OWN + matrix;
    }

    /** Refuses a grid that has no cells yet. */
    List<GridCell> known(String grid) {
        var known = cells(grid, null);
        if (!known.isEmpty()) return known;
        throw new Fault(InsightFault.GRID_UNKNOWN, "There is no grid '" + grid + "' yet: look at it first.")
                .at("grid", grid);
    }

    @Override
    public List<OwnGrid> own() {
        List<OwnGrid> grids = new ArrayList<>();
        for (var matrix : matrices.list()) {
            var grid = own(matrix.id());
            store.latest(grid, OwnSides.class)
                    .map(Scheme::thresholds)
                    .ifPresent(sides -> grids.add(new OwnGrid(grid, matrix.name(), sides.rows(), sides.columns())));
        }
        return grids;
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
            // A matrix taken from the list keeps its cells for the rules that ask about them.
            default ->
                grid.startsWith(OWN)
                        ? scheme(grid, OwnSides.class, asOf)
                                .map(InsightCells::crossed)
                                .orElse(List.of())
                        : List.of();
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

    private static List<GridCell> crossed(Scheme<OwnSides> scheme) {
        return crossed(
                OwnSides.bands(scheme.thresholds().rows()),
                OwnSides.bands(scheme.thresholds().columns()));
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
