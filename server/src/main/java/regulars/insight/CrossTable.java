package regulars.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;
import regulars.kernel.Fault;
import regulars.kernel.Money;
import regulars.segments.MemberMoney;
import regulars.segments.Rule;
import regulars.segments.Segments;

/** Any two sides against each other, each a list of rules: how many people are where both meet, exactly. */
@Service
class CrossTable {
    private static final int MOST = 8;
    private static final int DAYS_OF_REVENUE = 365;

    private final InsightReader reader;
    private final Segments segments;
    private final MemberMoney money;

    CrossTable(InsightReader reader, Segments segments, MemberMoney money) {
        this.reader = reader;
        this.segments = segments;
        this.money = money;
    }

    CrossedPeople of(List<Rule> rows, List<Rule> columns) {
        require("rows", rows);
        require("columns", columns);
        var asOf = reader.now();
        var totals = money.totals(reader.startOfDayAgo(DAYS_OF_REVENUE, asOf), asOf.plusNanos(1000));
        var down = people(rows, asOf);
        var across = people(columns, asOf);
        List<CrossedCell> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                var both = RoaringBitmap.and(down.get(row), across.get(column));
                var revenue = totals.of(both).revenue();
                cells.add(new CrossedCell(row, column, both.getCardinality(), reader.money(revenue)));
            }
        }
        return new CrossedPeople(asOf, cells);
    }

    private List<RoaringBitmap> people(List<Rule> rules, Instant asOf) {
        return rules.stream().map(rule -> segments.people(rule, asOf)).toList();
    }

    private static void require(String side, List<Rule> rules) {
        if (!rules.isEmpty() && rules.size() <= MOST) return;
        throw new Fault(InsightFault.SIDE_INVALID, "A side has 1 to " + MOST + " rules: send fewer or more.")
                .at(side, rules.size())
                .with("limit", MOST);
    }

    /** @param cells all of them, also the empty ones */
    record CrossedPeople(Instant asOf, List<CrossedCell> cells) {}

    /**
     * @param row from 0
     * @param revenue in the last 365 days
     */
    record CrossedCell(int row, int column, int customers, Money revenue) {}
}
