package regulars.insight;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.insight.RfmGrid.RfmCell;
import regulars.insight.SchemeStore.Scheme;
import regulars.kernel.Actor;
import regulars.segments.OrderMeasure;
import regulars.warehouse.Warehouse;

/** Recency, frequency, money: who bought lately, often and for much. Safe for use by several threads. */
@Service
class Rfm implements Schemes.Computation<RfmThresholds> {
    private static final int SCORES = RfmThresholds.SCORES;

    private final Warehouse warehouse;
    private final InsightReader reader;
    private final Schemes<RfmThresholds> schemes;

    Rfm(Warehouse warehouse, InsightReader reader, SchemeStore store) {
        this.warehouse = warehouse;
        this.reader = reader;
        this.schemes = new Schemes<>("rfm", RfmThresholds.class, store, reader, this);
    }

    /** The grid of today's people with the thresholds in force, or with older ones. */
    RfmGrid grid(@Nullable UUID scheme) {
        var now = reader.now();
        return grid(scheme == null ? schemes.inForce(now) : schemes.find(scheme), now);
    }

    RfmGrid preview(SchemeRequest<RfmThresholds> request) {
        var now = reader.now();
        return grid(schemes.trial(request, now), now);
    }

    RfmGrid make(SchemeRequest<RfmThresholds> request, Actor actor) {
        var now = reader.now();
        return grid(schemes.make(request, now, actor), now);
    }

    List<SchemeView> versions() {
        return schemes.list();
    }

    void renew() {
        schemes.inForce(reader.now());
    }

    @Override
    public RfmThresholds thresholds(BuyerTable buyers) {
        return warehouse.readWhole(mirror -> new RfmThresholds(
                new Bounds(days(buyers, buyers.tops(mirror, BuyerTable.LAST, true, SCORES))),
                new Bounds(whole(buyers.tops(mirror, BuyerTable.ORDER_COUNT, false, SCORES))),
                new Bounds(whole(buyers.tops(mirror, BuyerTable.REVENUE, false, SCORES)))));
    }

    @Override
    public int size(BuyerTable buyers) {
        return warehouse.readWhole(buyers::size);
    }

    private static List<Long> days(BuyerTable buyers, List<Instant> last) {
        if (last.isEmpty()) return whole(List.of());
        return last.stream()
                .map(instant ->
                        ChronoUnit.DAYS.between(instant.atZone(buyers.zone()).toLocalDate(), buyers.today()))
                .toList();
    }

    /** Nobody has bought yet: any thresholds will do until somebody has. */
    private static List<Long> whole(List<? extends Number> values) {
        if (values.isEmpty())
            return Stream.iterate(1L, top -> top + 1).limit(SCORES - 1).toList();
        return values.stream().map(value -> Math.max(0, value.longValue())).toList();
    }

    private RfmGrid grid(Scheme<RfmThresholds> scheme, Instant asOf) {
        var bands = new Bands(scheme.periodDays());
        var recency = bands.ofRecency(scheme.thresholds().recency());
        var frequency = bands.of(OrderMeasure.COUNT, scheme.thresholds().frequency(), 1);
        var monetary = bands.of(OrderMeasure.REVENUE, scheme.thresholds().monetary(), 0);
        var buyers = reader.buyers(scheme.periodDays(), asOf);
        var tally = warehouse.read(mirror -> tally(mirror, buyers, scheme.thresholds()));
        List<RfmCell> cells = new ArrayList<>();
        for (var r : recency) for (var f : frequency) cells.add(cell(tally, r, f));
        int total = tally.stream().mapToInt(Tally::customers).sum();
        return new RfmGrid(
                scheme.view(), asOf, total, reader.withoutOrders(bands, asOf), recency, frequency, monetary, cells);
    }

    private RfmCell cell(List<Tally> tally, GridBand recency, GridBand frequency) {
        var mine = tally.stream()
                .filter(row -> row.recency() == recency.score() && row.frequency() == frequency.score())
                .toList();
        int[] byMoney = new int[SCORES];
        for (var row : mine) byMoney[row.monetary() - 1] += row.customers();
        return new RfmCell(
                recency.score(),
                frequency.score(),
                mine.stream().mapToInt(Tally::customers).sum(),
                reader.money(mine.stream().mapToLong(Tally::revenue).sum()),
                Arrays.stream(byMoney).boxed().toList(),
                InsightReader.both(recency, frequency));
    }

    private record Tally(int recency, int frequency, int monetary, int customers, long revenue) {}

    private static List<Tally> tally(DSLContext mirror, BuyerTable buyers, RfmThresholds thresholds) {
        List<Condition> lately = thresholds.recency().tops().stream()
                .map(days -> BuyerTable.LAST.ge(buyers.startOfDayAgo(days)))
                .toList();
        List<Condition> often = thresholds.frequency().tops().stream()
                .map(top -> BuyerTable.ORDER_COUNT.gt(top.intValue()))
                .toList();
        List<Condition> much = thresholds.monetary().tops().stream()
                .map(BuyerTable.REVENUE::gt)
                .toList();
        Field<Integer> r = BuyerTable.above(lately).plus(1);
        Field<Integer> f = BuyerTable.above(often).plus(1);
        Field<Integer> m = BuyerTable.above(much).plus(1);
        return mirror.select(r, f, m, count(), sum(BuyerTable.REVENUE))
                .from(buyers.table())
                .groupBy(inline(1), inline(2), inline(3))
                .fetch(row -> new Tally(row.value1(), row.value2(), row.value3(), row.value4(), minor(row.value5())));
    }

    static long minor(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }
}
