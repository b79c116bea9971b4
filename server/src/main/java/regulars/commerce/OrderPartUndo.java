package regulars.commerce;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.commerce.ChangeStore.Kind;

/**
 * Takes back lines, payments and products that an import brought, and what it changed of orders that were there. What
 * something else has changed since stays.
 */
@Service
public class OrderPartUndo {
    private static final List<Kind> OF_ORDERS =
            List.of(Kind.LINE, Kind.SHIPPING, Kind.PAYMENT, Kind.METHOD, Kind.TOTAL, Kind.REFUND, Kind.ORDER);

    private final ChangeStore changes;
    private final OrderStore orders;
    private final OrderUndoStore touches;
    private final FollowingTotals totals;
    private final InstantSource clock;

    OrderPartUndo(
            ChangeStore changes,
            OrderStore orders,
            OrderUndoStore touches,
            FollowingTotals totals,
            InstantSource clock) {
        this.changes = changes;
        this.orders = orders;
        this.touches = touches;
        this.totals = totals;
        this.clock = clock;
    }

    /**
     * What was taken back at once.
     *
     * @param things orders and products that were looked at; 0 when there are no more
     * @param orders that an import of orders changed
     * @param productsKept that are sold, or that something else has changed
     */
    public record TakenBack(
            int things,
            long orders,
            long lines,
            long payments,
            long productsRemoved,
            long productsChanged,
            long productsKept) {}

    /** Takes the next back: orders first, so that products which only their lines named can go. */
    @Transactional
    public TakenBack takeBack(UUID importId, int limit) {
        var numbers = changes.next(importId, false, limit);
        return numbers.isEmpty() ? products(importId, changes.next(importId, true, limit)) : parts(importId, numbers);
    }

    private TakenBack parts(UUID importId, List<Long> numbers) {
        var things = numbers.toArray(Long[]::new);
        var before = orders.byNumber(numbers);
        var linesBefore = totals.lines(numbers);
        var kept = new HashSet<Long>();
        for (Kind kind : OF_ORDERS) kept.addAll(changes.others(importId, kind, things));
        var ownTotals = new HashSet<>(changes.others(importId, Kind.TOTAL, things));
        ownTotals.addAll(changes.others(importId, Kind.ORDER, things));
        long lines = takeBack(importId, Kind.LINE, things);
        takeBack(importId, Kind.SHIPPING, things);
        long payments = takeBack(importId, Kind.PAYMENT, things);
        takeBack(importId, Kind.METHOD, things);
        takeBack(importId, Kind.TOTAL, things);
        takeBack(importId, Kind.REFUND, things);
        long restored = takeBack(importId, Kind.ORDER, things);
        logStatuses(before);
        totals.follow(before, withLines(ownTotals), linesBefore);
        changes.forget(importId, false, things);
        var whole = new HashSet<>(numbers);
        whole.removeAll(kept);
        touches.untouched(whole, importId);
        return new TakenBack(numbers.size(), restored, lines, payments, 0, 0, 0);
    }

    /** A status that goes back is told in the history too. */
    private void logStatuses(List<OrderRow> before) {
        var statuses = before.stream().collect(Collectors.toMap(OrderRow::number, OrderRow::status));
        var moved = orders.byNumber(statuses.keySet()).stream()
                .filter(order -> !order.status().equals(statuses.get(order.number())))
                .toList();
        var now = clock.instant();
        orders.logStatus(moved, order -> now, now);
    }

    /** An order without lines has the total that its source told. */
    private Set<Long> withLines(Collection<Long> numbers) {
        return Set.copyOf(totals.lines(numbers).keySet());
    }

    private long takeBack(UUID importId, Kind kind, Long[] things) {
        return changes.unmake(importId, kind, things) + changes.restore(importId, kind, things);
    }

    private TakenBack products(UUID importId, List<Long> numbers) {
        if (numbers.isEmpty()) return new TakenBack(0, 0, 0, 0, 0, 0, 0);
        var things = numbers.toArray(Long[]::new);
        int kept = changes.others(importId, Kind.PRODUCTS, things).size();
        int removed = changes.unmake(importId, Kind.PRODUCTS, things);
        int changed = changes.restore(importId, Kind.PRODUCTS, things);
        changes.forget(importId, true, things);
        return new TakenBack(numbers.size(), 0, 0, 0, removed, changed, kept);
    }
}
