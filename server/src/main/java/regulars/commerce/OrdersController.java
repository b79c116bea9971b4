package regulars.commerce;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.Organisations;
import regulars.customers.CustomerSubjects;
import regulars.customers.Customers;
import regulars.customers.TimelinePoint;
import regulars.customers.TimelineQuestion;
import regulars.kernel.Fault;
import regulars.kernel.Money;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.Slice;

@RestController
@Needs(Permission.CUSTOMERS_READ)
class OrdersController {
    private final Customers customers;
    private final OrderReadStore store;
    private final OrderDetailsStore details;
    private final Organisations organisations;

    OrdersController(
            Customers customers, OrderReadStore store, OrderDetailsStore details, Organisations organisations) {
        this.customers = customers;
        this.store = store;
        this.details = details;
        this.organisations = organisations;
    }

    /** What a customer's counting orders add up to, in the organisation's currency. */
    record OrderTotalsView(UUID customerId, int orders, Money revenue, Instant lastOrderAt) {}

    record OrderTotalsList(List<OrderTotalsView> items) {}

    record OrderList(List<OrderView> items) {}

    /** For the rows of a customer list; a customer without orders is left out. */
    @GetMapping("/api/v1/order-totals")
    OrderTotalsList totals(@RequestParam List<UUID> customers) {
        var currency = organisations.get().currency();
        var asked = customers.subList(0, Math.min(customers.size(), Slice.MOST));
        return new OrderTotalsList(store.totals(asked).stream()
                .map(row -> new OrderTotalsView(
                        row.customerId(), row.orders(), new Money(row.revenueMinor(), currency), row.lastOrderAt()))
                .toList());
    }

    /** One order whole: lines, refunds, and how its status went. */
    @GetMapping("/api/v1/orders/{id}")
    OrderDetails order(@PathVariable UUID id) {
        return details.find(id)
                .orElseThrow(() -> new Fault(
                                CommerceFault.ORDER_NOT_FOUND,
                                "There is no order " + id + ": look for it on the card of its customer.")
                        .at("id", id));
    }

    /** The customer's latest orders with their lines. */
    @GetMapping("/api/v1/customers/{id}/orders")
    OrderList orders(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit) {
        int number = customers.find(id).number();
        var person = new CustomerSubjects(number, customers.subjects(number));
        return new OrderList(store.latest(new TimelineQuestion(person, TimelinePoint.START, null, Slice.size(limit))));
    }
}
