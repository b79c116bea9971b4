package regulars.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;
import regulars.kernel.Money;
import regulars.segments.CheckOperator;
import regulars.segments.MemberMoney;
import regulars.segments.OrderMeasure;
import regulars.segments.Rule;
import regulars.segments.Rule.OrderWindow;
import regulars.segments.Rule.OrdersRule;
import regulars.segments.Segments;
import regulars.segments.ValueCheck;

/** Any two measures against each other: how many people are where both meet, exactly. */
@Service
class CrossTable {
    private static final int DAYS_OF_REVENUE = 365;
    private static final Rule EVERYBODY = new OrdersRule(
            OrderMeasure.COUNT, ValueCheck.of(CheckOperator.AT_LEAST, "0"), OrderWindow.EVER, List.of(), null);

    private final InsightReader reader;
    private final Segments segments;
    private final MemberMoney money;

    CrossTable(InsightReader reader, Segments segments, MemberMoney money) {
        this.reader = reader;
        this.segments = segments;
        this.money = money;
    }

    CrossedPeople of(OwnSides sides) {
        var rows = OwnSides.bands(checked(sides).rows());
        var columns = OwnSides.bands(sides.columns());
        var asOf = reader.now();
        var totals = money.totals(reader.startOfDayAgo(DAYS_OF_REVENUE, asOf), asOf.plusNanos(1000));
        var down = people(rows, asOf);
        var across = people(columns, asOf);
        List<CrossedCell> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                var both = RoaringBitmap.and(down.get(row), across.get(column));
                cells.add(new CrossedCell(
                        rows.get(row).score(),
                        columns.get(column).score(),
                        both.getCardinality(),
                        reader.money(totals.of(both).revenue()),
                        InsightReader.both(rows.get(row), columns.get(column))));
            }
        }
        return new CrossedPeople(asOf, rows, columns, cells, outside(down, across, asOf));
    }

    /** Refuses what cannot be asked (any more). */
    OwnSides checked(OwnSides sides) {
        return sides.checked(segments::hasNumber);
    }

    /** Those of whom one of the sides says nothing. */
    private int outside(List<RoaringBitmap> down, List<RoaringBitmap> across, Instant asOf) {
        var inside = RoaringBitmap.and(RoaringBitmap.or(down.iterator()), RoaringBitmap.or(across.iterator()));
        return segments.counts(List.of(EVERYBODY), asOf).getFirst() - inside.getCardinality();
    }

    private List<RoaringBitmap> people(List<GridBand> bands, Instant asOf) {
        return bands.stream()
                .map(band -> band.rule() == null ? new RoaringBitmap() : segments.people(band.rule(), asOf))
                .toList();
    }

    /**
     * @param cells all of them, also the empty ones
     * @param outside people who are in none, for one of the sides has nothing to say of them
     */
    record CrossedPeople(
            Instant asOf, List<GridBand> rows, List<GridBand> columns, List<CrossedCell> cells, int outside) {}

    /**
     * @param row from 1
     * @param revenue in the last 365 days
     * @param rule who they are; null when nobody can be
     */
    record CrossedCell(
            int row,
            int column,
            int customers,
            Money revenue,
            @Nullable Rule rule) {}
}
