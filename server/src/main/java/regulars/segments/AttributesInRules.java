package regulars.segments;

import java.util.Optional;
import org.springframework.stereotype.Component;
import regulars.customers.AttributeUse;
import regulars.segments.Rule.AllRule;
import regulars.segments.Rule.AnyRule;
import regulars.segments.Rule.AttributeRule;
import regulars.segments.Rule.ConsentRule;
import regulars.segments.Rule.ContactRule;
import regulars.segments.Rule.FieldRule;
import regulars.segments.Rule.NotRule;
import regulars.segments.Rule.OrdersRule;

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
    public Optional<String> of(String key) {
        var segment = segments.page(null, null, Integer.MAX_VALUE).stream()
                .filter(one -> asks(one.rule(), key))
                .map(SegmentStore.Stored::name)
                .findFirst();
        return segment.or(() -> views.all().stream()
                .filter(view -> view.rule() != null && asks(view.rule(), key))
                .map(CustomerView::name)
                .findFirst());
    }

    private static boolean asks(Rule rule, String key) {
        return switch (rule) {
            case AllRule all -> all.rules().stream().anyMatch(part -> asks(part, key));
            case AnyRule any -> any.rules().stream().anyMatch(part -> asks(part, key));
            case NotRule not -> asks(not.rule(), key);
            case AttributeRule attribute -> attribute.key().equals(key);
            case FieldRule _, ContactRule _, ConsentRule _, OrdersRule _ -> false;
        };
    }
}
