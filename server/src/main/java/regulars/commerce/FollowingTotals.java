package regulars.commerce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import regulars.access.Organisations;

/** Totals of orders that are what their lines and shipping come to. */
@Component
class FollowingTotals {
    private final OrderStore orders;
    private final LineStore lines;
    private final PartStore parts;
    private final Organisations organisations;

    FollowingTotals(OrderStore orders, LineStore lines, PartStore parts, Organisations organisations) {
        this.orders = orders;
        this.lines = lines;
        this.parts = parts;
        this.organisations = organisations;
    }

    /** What all the lines of each order come to. */
    Map<Long, Long> lines(Collection<Long> numbers) {
        return lines.sums(numbers);
    }

    /** Brings those of the orders along whose lines were changed; a total that its source told otherwise stays. */
    void follow(Collection<OrderRow> before, Set<Long> touched, Map<Long, Long> linesBefore) {
        var rules =
                new OrderRules(orders.countingStatuses(), organisations.get().currency());
        var sums = lines.sums(touched);
        var shipping = parts.shipping(touched);
        var changed = new ArrayList<OrderRow>();
        for (OrderRow was : before) {
            if (!touched.contains(was.number())) continue;
            boolean follows = was.totalMinor() == linesBefore.getOrDefault(was.number(), 0L) + was.shippingMinor();
            var said = was.said(follows ? null : was.totalMinor(), shipping.get(was.number()));
            changed.add(rules.next(was, said, sums.getOrDefault(was.number(), 0L)));
        }
        orders.update(changed);
    }
}
