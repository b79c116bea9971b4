package regulars.sources;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import regulars.commerce.OrderParts;
import regulars.commerce.Orders;
import regulars.consent.Consents;
import regulars.kernel.Money;

/** Where the rows of each kind of file go in. */
@Component
class Gates {
    private static final int AT_ONCE = 50_000;

    private final CustomerRooms customers;
    private final Orders orders;
    private final OrderParts parts;
    private final Consents consents;
    private final InstantSource clock;
    private final int batch;

    Gates(
            CustomerRooms customers,
            Orders orders,
            OrderParts parts,
            Consents consents,
            InstantSource clock,
            @Value("${regulars.import-batch:10000}") int batch) {
        this.customers = customers;
        this.orders = orders;
        this.parts = parts;
        this.consents = consents;
        this.clock = clock;
        this.batch = batch;
    }

    /** How many rows go in together: many, for each table and index is then visited once for all of them. */
    int batch() {
        return batch;
    }

    RowGate<?> gate(ImportPlan plan) {
        return switch (plan.request().kind()) {
            case CUSTOMERS -> new CustomerGate(plan, customers, consents, clock);
            case PRODUCTS -> new ProductGate(plan, parts);
            case ORDERS -> new OrderGate(plan, customers.intake(), orders);
            case LINES, PAYMENTS -> new OrderPartGate(plan, parts);
            case SUPPRESSIONS -> new SuppressionGate(plan, consents);
        };
    }

    /** What the orders that a run spoke of come to, or what was paid for them, by currency. */
    List<Money> money(ImportKind kind, ImportTally tally) {
        var sums = new TreeMap<String, Long>();
        var numbers = new ArrayList<Long>(AT_ONCE);
        for (int order : tally.orders) {
            numbers.add(Integer.toUnsignedLong(order));
            if (numbers.size() < AT_ONCE) continue;
            add(kind, sums, numbers);
        }
        add(kind, sums, numbers);
        return sums.entrySet().stream()
                .map(sum -> new Money(sum.getValue(), sum.getKey()))
                .toList();
    }

    private void add(ImportKind kind, Map<String, Long> sums, List<Long> numbers) {
        if (!numbers.isEmpty()) {
            var all = kind == ImportKind.PAYMENTS ? parts.paid(numbers) : orders.totals(numbers);
            for (Money money : all) sums.merge(money.currency(), money.minor(), Math::addExact);
        }
        numbers.clear();
    }
}
