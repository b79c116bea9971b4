package regulars.segments;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import regulars.customers.AttributeUse;

/** The segments, kept views and matrices that ask about an attribute. */
@Component
class AttributesInRules implements AttributeUse {
    private final SegmentStore segments;
    private final CustomerViewStore views;
    private final Cells cells;

    AttributesInRules(SegmentStore segments, CustomerViewStore views, Cells cells) {
        this.segments = segments;
        this.views = views;
        this.cells = cells;
    }

    @Override
    public Optional<String> of(String field) {
        var segment = segments.page(null, null, Integer.MAX_VALUE).stream()
                .filter(one -> asks(one.rule(), field))
                .map(SegmentStore.Stored::name)
                .findFirst();
        return segment.or(() -> views.all().stream()
                        .filter(view -> view.rule() != null && asks(view.rule(), field))
                        .map(CustomerView::name)
                        .findFirst())
                .or(() -> cells.own().stream()
                        .filter(grid -> grid.rows().measure().equals(field)
                                || grid.columns().measure().equals(field))
                        .map(CellGrids.OwnGrid::name)
                        .findFirst());
    }

    /** Also through a cell: a matrix that is taken from the list goes on for the rules that ask about it. */
    private boolean asks(Rule rule, String field) {
        var inCells = RuleSight.inCells(rule).flatMap(cells::of).flatMap(RuleSight::fields);
        return Stream.concat(RuleSight.fields(rule), inCells).anyMatch(field::equals);
    }
}
