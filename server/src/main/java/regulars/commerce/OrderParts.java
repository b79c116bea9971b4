package regulars.commerce;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.commerce.AcceptedOrder.Outcome;
import regulars.commerce.ChangeStore.Kind;
import regulars.customers.Origin;
import regulars.kernel.Money;

/** Lines, payments and products that sources tell in files of their own. */
@Service
public class OrderParts {
    private final OrderStore orders;
    private final LineStore lines;
    private final PartStore parts;
    private final ProductStore products;
    private final FollowingTotals totals;
    private final Changes changes;
    private final InstantSource clock;

    OrderParts(
            OrderStore orders,
            LineStore lines,
            PartStore parts,
            ProductStore products,
            FollowingTotals totals,
            Changes changes,
            InstantSource clock) {
        this.orders = orders;
        this.lines = lines;
        this.parts = parts;
        this.products = products;
        this.totals = totals;
        this.changes = changes;
        this.clock = clock;
    }

    /** The currency of each of the source's orders that are known. */
    public Map<String, String> currencies(Origin origin, Collection<String> orderIds) {
        return orders.find(origin.sourceId(), orderIds).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, order -> order.getValue().currency()));
    }

    /**
     * Takes lines in, of each order once; the answers are in their order. An order whose total was what its lines and
     * shipping come to follows them; one whose source told another total keeps it.
     */
    @Transactional
    public List<AcceptedOrder> addLines(Origin origin, List<IncomingLines> incoming) {
        if (incoming.isEmpty()) return List.of();
        var now = clock.instant();
        var before = orders.find(
                origin.sourceId(), incoming.stream().map(IncomingLines::orderId).toList());
        var numbers = before.values().stream().map(OrderRow::number).toList();
        var sums = totals.lines(numbers);
        var mentioned = incoming.stream()
                .flatMap(one -> one.lines().stream())
                .map(IncomingOrder.IncomingLine::product)
                .filter(Objects::nonNull)
                .toList();
        var watch = changes.watch(origin.importId())
                .at(Kind.LINE, numbers)
                .at(Kind.SHIPPING, numbers)
                .at(Kind.TOTAL, numbers)
                .at(Kind.PRODUCTS, known(origin, mentioned));
        var known = products.numbers(origin.sourceId(), mentioned, now);
        var all = new ArrayList<LineStore.Line>();
        var shipping = new ArrayList<PartStore.Shipping>();
        for (IncomingLines one : incoming) {
            long number = Objects.requireNonNull(before.get(one.orderId())).number();
            for (var line : one.lines()) all.add(new LineStore.Line(number, line, known));
            one.shipping().forEach((line, amount) -> shipping.add(new PartStore.Shipping(number, line, amount)));
        }
        var touched = new HashSet<>(lines.write(all));
        touched.addAll(parts.writeShipping(shipping));
        totals.follow(before.values(), touched, sums);
        watch.touched(touched);
        for (Kind kind : List.of(Kind.LINE, Kind.SHIPPING, Kind.TOTAL)) watch.keep(kind, touched);
        watch.keep(Kind.PRODUCTS, known.values());
        return incoming.stream()
                .map(one -> accepted(Objects.requireNonNull(before.get(one.orderId())), touched))
                .toList();
    }

    private Collection<Long> known(Origin origin, List<IncomingOrder.IncomingProduct> mentioned) {
        return products.known(
                        origin.sourceId(),
                        mentioned.stream()
                                .map(IncomingOrder.IncomingProduct::externalId)
                                .toList())
                .values();
    }

    /** Takes payments in. The answers are for the orders, in the order of their first payments. */
    @Transactional
    public List<AcceptedOrder> addPayments(Origin origin, List<IncomingPayment> incoming) {
        if (incoming.isEmpty()) return List.of();
        var before = orders.find(
                origin.sourceId(),
                incoming.stream().map(IncomingPayment::orderId).toList());
        var payments = incoming.stream()
                .map(one -> new PartStore.Payment(
                        Objects.requireNonNull(before.get(one.orderId())).number(), one))
                .toList();
        var numbers = before.values().stream().map(OrderRow::number).toList();
        var watch = changes.watch(origin.importId()).at(Kind.PAYMENT, numbers).at(Kind.METHOD, numbers);
        var touched = parts.writePayments(payments);
        watch.touched(touched);
        var methods = new HashMap<Long, IncomingPayment>();
        for (var payment : payments) {
            if (payment.given().method() == null) continue;
            methods.merge(
                    payment.order(),
                    payment.given(),
                    (first, next) -> next.amountMinor() > first.amountMinor() ? next : first);
        }
        orders.update(before.values().stream()
                .filter(order -> order.paymentMethod() == null && methods.containsKey(order.number()))
                .map(order -> order.paidBy(
                        Objects.requireNonNull(methods.get(order.number())).method()))
                .toList());
        watch.keep(Kind.PAYMENT, touched);
        watch.keep(Kind.METHOD, numbers);
        return incoming.stream()
                .map(IncomingPayment::orderId)
                .distinct()
                .map(id -> accepted(Objects.requireNonNull(before.get(id)), touched))
                .toList();
    }

    /** What was paid for these orders, by currency. */
    public List<Money> paid(Collection<Long> numbers) {
        return parts.paid(numbers);
    }

    /** Takes a list of products in, each named once; the answers are in their order. */
    @Transactional
    public List<Outcome> addProducts(Origin origin, List<CatalogProduct> listed) {
        if (listed.isEmpty()) return List.of();
        var ids = listed.stream().map(CatalogProduct::externalId).toList();
        var watch = changes.watch(origin.importId())
                .at(Kind.PRODUCTS, products.known(origin.sourceId(), ids).values());
        var outcomes = products.list(origin.sourceId(), listed, clock.instant());
        watch.keep(Kind.PRODUCTS, products.known(origin.sourceId(), ids).values());
        return outcomes;
    }

    private static AcceptedOrder accepted(OrderRow order, Set<Long> touched) {
        return new AcceptedOrder(
                order.number(), touched.contains(order.number()) ? Outcome.UPDATED : Outcome.UNCHANGED);
    }
}
