package regulars.commerce;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.commerce.ChangeStore.Kind;

/** Takes back lines, payments and products that an import brought. What something else has changed since stays. */
@Service
public class OrderPartUndo {
    private static final List<Kind> OF_ORDERS =
            List.of(Kind.LINE, Kind.SHIPPING, Kind.PAYMENT, Kind.METHOD, Kind.TOTAL);

    private final ChangeStore changes;
    private final OrderStore orders;
    private final OrderUndoStore touches;
    private final FollowingTotals totals;

    OrderPartUndo(ChangeStore changes, OrderStore orders, OrderUndoStore touches, FollowingTotals totals) {
        this.changes = changes;
        this.orders = orders;
        this.touches = touches;
        this.totals = totals;
    }

    /**
     * What was taken back at once.
     *
     * @param things orders and products that were looked at; 0 when there are no more
     * @param productsKept that are sold, or that something else has changed
     */
    public record TakenBack(
            int things, long lines, long payments, long productsRemoved, long productsChanged, long productsKept) {}

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
        var ownTotals = changes.others(importId, Kind.TOTAL, things);
        long lines = takeBack(importId, Kind.LINE, things);
        takeBack(importId, Kind.SHIPPING, things);
        long payments = takeBack(importId, Kind.PAYMENT, things);
        takeBack(importId, Kind.METHOD, things);
        takeBack(importId, Kind.TOTAL, things);
        totals.follow(before, withLines(ownTotals), linesBefore);
        changes.forget(importId, false, things);
        var whole = new HashSet<>(numbers);
        whole.removeAll(kept);
        touches.untouched(whole, importId);
        return new TakenBack(numbers.size(), lines, payments, 0, 0, 0);
    }

    /** An order without lines has the total that its source told. */
    private Set<Long> withLines(Collection<Long> numbers) {
        return Set.copyOf(totals.lines(numbers).keySet());
    }

    private long takeBack(UUID importId, Kind kind, Long[] things) {
        return changes.unmake(importId, kind, things) + changes.restore(importId, kind, things);
    }

    private TakenBack products(UUID importId, List<Long> numbers) {
        if (numbers.isEmpty()) return new TakenBack(0, 0, 0, 0, 0, 0);
        var things = numbers.toArray(Long[]::new);
        int kept = changes.others(importId, Kind.PRODUCTS, things).size();
        int removed = changes.unmake(importId, Kind.PRODUCTS, things);
        int changed = changes.restore(importId, Kind.PRODUCTS, things);
        changes.forget(importId, true, things);
        return new TakenBack(numbers.size(), 0, 0, removed, changed, kept);
    }
}
