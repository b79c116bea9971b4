package regulars.segments;

import java.util.Optional;
import org.springframework.stereotype.Component;
import regulars.customers.AttributeUse;

/** The segments and kept views that ask about an attribute. */
@Component
class AttributesInRules implements AttributeUse {
    private final SegmentStore segments;
    private final CustomerViewStore views;

    AttributesInRules(SegmentStore segments, CustomerViewStore views) {
        this.segments = segments;
        this.views = views;
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
                .findFirst());
    }

    private static boolean asks(Rule rule, String field) {
        return RuleSight.fields(rule).anyMatch(field::equals);
    }
}
