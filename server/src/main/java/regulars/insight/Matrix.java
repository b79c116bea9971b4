package regulars.insight;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.insight.MatrixGrid.MatrixCell;
import regulars.insight.SchemeStore.Scheme;
import regulars.kernel.Actor;
import regulars.segments.OrderMeasure;
import regulars.warehouse.Warehouse;

/** One-time, periodic and regular buyers by economy, standard and VIP average check. Safe for use by several threads. */
@Service
class Matrix implements Schemes.Computation<MatrixThresholds> {
    private static final int BANDS = MatrixThresholds.BANDS;
    /** Until there are buyers to tell it, who has bought four times is a regular. */
    private static final long PERIODIC_MOST = 3;

    private final Warehouse warehouse;
    private final InsightReader reader;
    private final Schemes<MatrixThresholds> schemes;

    Matrix(Warehouse warehouse, InsightReader reader, SchemeStore store) {
        this.warehouse = warehouse;
        this.reader = reader;
        this.schemes = new Schemes<>("matrix", MatrixThresholds.class, store, reader, this);
    }

    MatrixGrid grid(@Nullable UUID scheme) {
        var now = reader.now();
        return grid(scheme == null ? schemes.inForce(now) : schemes.find(scheme), now);
    }

    MatrixGrid preview(SchemeRequest<MatrixThresholds> request) {
        var now = reader.now();
        return grid(schemes.trial(request, now), now);
    }

    MatrixGrid make(SchemeRequest<MatrixThresholds> request, Actor actor) {
        var now = reader.now();
        return grid(schemes.make(request, now, actor), now);
    }

    List<SchemeView> versions() {
        return schemes.list();
    }

    void renew() {
        schemes.inForce(reader.now());
    }

    /** One order is one-time by meaning; who has bought {@link #PERIODIC_MOST} times or less is periodic; checks part in thirds. */
    @Override
    public MatrixThresholds thresholds(BuyerTable buyers) {
        var checks = warehouse.readWhole(mirror -> buyers.tops(mirror, BuyerTable.AVERAGE, false, BANDS));
        List<Long> tops = checks.isEmpty()
                ? List.of(1L, 2L)
                : checks.stream().map(check -> Math.max(0, check)).toList();
        return new MatrixThresholds(new Bounds(List.of(1L, PERIODIC_MOST)), new Bounds(tops));
    }

    @Override
    public int size(BuyerTable buyers) {
        return warehouse.readWhole(buyers::size);
    }

    private MatrixGrid grid(Scheme<MatrixThresholds> scheme, Instant asOf) {
        var bands = new Bands(scheme.periodDays());
        var frequency = bands.of(OrderMeasure.COUNT, scheme.thresholds().frequency(), 1);
        var check = bands.of(OrderMeasure.AVERAGE, scheme.thresholds().check(), 0);
        var buyers = reader.buyers(scheme.periodDays(), asOf);
        var tally = warehouse.read(mirror -> tally(mirror, buyers, scheme.thresholds()));
        List<MatrixCell> cells = new ArrayList<>();
        for (var f : frequency) for (var c : check) cells.add(cell(tally, f, c));
        int total = tally.stream().mapToInt(Tally::customers).sum();
        return new MatrixGrid(scheme.view(), asOf, total, reader.withoutOrders(bands, asOf), frequency, check, cells);
    }

    private MatrixCell cell(List<Tally> tally, GridBand frequency, GridBand check) {
        var mine = tally.stream()
                .filter(row -> row.frequency() == frequency.score() && row.check() == check.score())
                .findFirst()
                .orElse(new Tally(frequency.score(), check.score(), 0, 0));
        return new MatrixCell(
                frequency.score(),
                check.score(),
                mine.customers(),
                reader.money(mine.revenue()),
                InsightReader.both(frequency, check));
    }

    private record Tally(int frequency, int check, int customers, long revenue) {}

    private static List<Tally> tally(DSLContext mirror, BuyerTable buyers, MatrixThresholds thresholds) {
        List<Condition> often = thresholds.frequency().tops().stream()
                .map(top -> BuyerTable.ORDER_COUNT.gt(top.intValue()))
                .toList();
        List<Condition> much = thresholds.check().tops().stream()
                .map(top -> BuyerTable.REVENUE.ge(
                        BuyerTable.ORDER_COUNT.cast(SQLDataType.BIGINT).times(top + 1)))
                .toList();
        Field<Integer> f = BuyerTable.above(often).plus(1);
        Field<Integer> c = BuyerTable.above(much).plus(1);
        return mirror.select(f, c, count(), sum(BuyerTable.REVENUE))
                .from(buyers.table())
                .groupBy(inline(1), inline(2))
                .fetch(row -> new Tally(row.value1(), row.value2(), row.value3(), Rfm.minor(row.value4())));
    }
}
