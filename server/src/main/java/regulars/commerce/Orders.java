package regulars.commerce;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.access.Organisations;
import regulars.commerce.AcceptedOrder.Outcome;
import regulars.commerce.ChangeStore.Kind;
import regulars.customers.Origin;
import regulars.kernel.Ids;
import regulars.kernel.Money;

/** Orders as sources tell them. An order that its source told the same way before writes nothing. */
@Service
public class Orders {
    private final OrderStore store;
    private final LineStore lines;
    private final ProductStore products;
    private final Changes changes;
    private final Organisations organisations;
    private final InstantSource clock;

    Orders(
            OrderStore store,
            LineStore lines,
            ProductStore products,
            Changes changes,
            Organisations organisations,
            InstantSource clock) {
        this.store = store;
        this.lines = lines;
        this.products = products;
        this.changes = changes;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Takes the orders in, each named once; the answers are in their order. */
    @Transactional
    public List<AcceptedOrder> accept(Origin origin, List<IncomingOrder> incoming) {
        if (incoming.isEmpty()) return List.of();
        var now = clock.instant();
        var ids = incoming.stream().map(IncomingOrder::externalId).toList();
        if (new HashSet<>(ids).size() < ids.size()) throw new IllegalArgumentException("an order is named twice");
        var before = store.find(origin.sourceId(), ids);
        var rules = new OrderRules(store.countingStatuses(), organisations.get().currency());
        var made = make(origin, incoming, before, rules, now);
        var numbers =
                incoming.stream().map(order -> number(order, before, made)).toList();
        var watch = changes.watch(origin.importId());
        var told = parts(incoming, before);
        told.forEach(watch::at);
        var touched = new HashSet<>(writeLines(origin, incoming, numbers, now));
        told.forEach(watch::keep);
        touched.addAll(update(incoming, before, rules, watch, now));
        var fresh = new HashSet<>(made.values());
        watch.touched(touched.stream().filter(number -> !fresh.contains(number)).toList());
        return numbers.stream().map(number -> accepted(number, fresh, touched)).toList();
    }

    /** The known orders whose lines and refunds are told. */
    private static Map<Kind, Set<Long>> parts(List<IncomingOrder> incoming, Map<String, OrderRow> before) {
        var lines = new HashSet<Long>();
        var refunds = new HashSet<Long>();
        for (IncomingOrder order : incoming) {
            var known = before.get(order.externalId());
            if (known == null) continue;
            if (!order.lines().isEmpty()) lines.add(known.number());
            if (order.refundedMinor() != null) refunds.add(known.number());
        }
        return Map.of(Kind.LINE, lines, Kind.REFUND, refunds);
    }

    /** What these orders come to, by currency. */
    public List<Money> totals(Collection<Long> numbers) {
        return store.totals(numbers);
    }

    private Map<String, Long> make(
            Origin origin, List<IncomingOrder> incoming, Map<String, OrderRow> before, OrderRules rules, Instant now) {
        var rows = incoming.stream()
                .filter(order -> !before.containsKey(order.externalId()))
                .map(order -> rules.first(Ids.next(now), order))
                .toList();
        return rows.isEmpty() ? Map.of() : store.add(origin, rows, now);
    }

    private static long number(IncomingOrder order, Map<String, OrderRow> before, Map<String, Long> made) {
        var known = before.get(order.externalId());
        return known != null ? known.number() : Objects.requireNonNull(made.get(order.externalId()));
    }

    /** The orders whose lines or refunds are not what they were. */
    private Set<Long> writeLines(Origin origin, List<IncomingOrder> incoming, List<Long> numbers, Instant now) {
        var mentioned = incoming.stream()
                .flatMap(order -> order.lines().stream())
                .map(IncomingOrder.IncomingLine::product)
                .filter(Objects::nonNull)
                .toList();
        var known = products.numbers(origin.sourceId(), mentioned, now);
        var all = new ArrayList<LineStore.Line>();
        var refunds = new ArrayList<LineStore.Refund>();
        for (int i = 0; i < incoming.size(); i++) {
            var order = incoming.get(i);
            long number = numbers.get(i);
            for (var line : order.lines()) all.add(new LineStore.Line(number, line, known));
            var refunded = order.refundedMinor();
            if (refunded != null && refunded != 0) {
                refunds.add(new LineStore.Refund(number, refunded, order.placedAt()));
            }
        }
        var changed = new HashSet<>(lines.write(all));
        changed.addAll(lines.writeRefunds(refunds));
        return changed;
    }

    private Set<Long> update(
            List<IncomingOrder> incoming,
            Map<String, OrderRow> before,
            OrderRules rules,
            Changes.Watch watch,
            Instant now) {
        var known = incoming.stream()
                .filter(order -> before.containsKey(order.externalId()))
                .toList();
        var sums = lines.sums(known.stream()
                .filter(order -> order.totalMinor() == null)
                .map(order ->
                        Objects.requireNonNull(before.get(order.externalId())).number())
                .toList());
        var changed = new ArrayList<OrderRow>();
        var moved = new ArrayList<OrderRow>();
        for (IncomingOrder order : known) {
            var was = Objects.requireNonNull(before.get(order.externalId()));
            var is = rules.next(was, order, sums.getOrDefault(was.number(), 0L));
            if (is.equals(was)) continue;
            changed.add(is);
            if (!is.status().equals(was.status())) moved.add(is);
        }
        var numbers = changed.stream().map(OrderRow::number).collect(Collectors.toSet());
        watch.at(Kind.ORDER, numbers);
        store.update(changed);
        watch.keep(Kind.ORDER, numbers);
        store.logStatus(moved, row -> now, now);
        return numbers;
    }

    private static AcceptedOrder accepted(long number, Set<Long> made, Set<Long> touched) {
        if (made.contains(number)) return new AcceptedOrder(number, Outcome.CREATED);
        return new AcceptedOrder(number, touched.contains(number) ? Outcome.UPDATED : Outcome.UNCHANGED);
    }
}
