package regulars.segments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which events of a type a figure is of: from one instant, before another, with such properties. */
record EventSlice(@Nullable Instant from, @Nullable Instant before, List<Rule.PropertyTest> where) {
    static EventSlice of(Rule.OrderWindow window, List<Rule.PropertyTest> where, RuleContext context) {
        var days = OrderSlice.days(window, context);
        var to = days.to();
        return new EventSlice(
                days.from() == null ? null : context.startOf(days.from()),
                to == null ? null : context.startOf(to.plusDays(1)),
                where);
    }
}
