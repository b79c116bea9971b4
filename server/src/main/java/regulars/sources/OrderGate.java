package regulars.sources;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import regulars.collect.SubjectKey;
import regulars.commerce.IncomingOrder;
import regulars.commerce.Orders;
import regulars.customers.Accepted;
import regulars.customers.CustomerIntake;
import regulars.customers.IncomingCustomer;
import regulars.kernel.Fault;
import regulars.sources.files.TableRow;

/** Takes in files of orders; customers whom nobody knows yet are made. */
final class OrderGate implements RowGate<OrderLineRow> {
    private final ImportPlan plan;
    private final OrderRowReader reader;
    private final CustomerIntake intake;
    private final Orders orders;

    OrderGate(ImportPlan plan, CustomerIntake intake, Orders orders) {
        this.plan = plan;
        this.reader = new OrderRowReader(plan);
        this.intake = intake;
        this.orders = orders;
    }

    @Override
    public void skim(TableRow row) {
        reader.skim(row);
    }

    @Override
    public OrderLineRow read(TableRow row) throws RowProblem.Rejected {
        return reader.read(row);
    }

    @Override
    public @Nullable String thing(TableRow row) {
        return Cells.raw(plan, row, ImportField.ORDER_ID);
    }

    @Override
    public boolean countsOrders() {
        return true;
    }

    @Override
    public BatchOutcome write(List<OrderLineRow> rows) {
        var problems = new ArrayList<RowProblem>();
        var byOrder = byOrder(rows, problems);
        var heads = byOrder.values().stream().map(List::getFirst).toList();
        var people = new LinkedHashMap<SubjectKey, IncomingCustomer>();
        for (OrderLineRow head : heads) people.putIfAbsent(head.customer().key(), head.customer());
        var known = intake.identify(plan.origin(), List.copyOf(people.values()));
        var subjects = new LinkedHashMap<SubjectKey, Accepted>();
        int place = 0;
        for (SubjectKey key : people.keySet()) subjects.put(key, known.get(place++));
        var incoming = byOrder.values().stream()
                .map(lines -> order(
                        lines,
                        Objects.requireNonNull(
                                subjects.get(lines.getFirst().customer().key()))))
                .toList();
        var outcomes = orders.accept(plan.origin(), incoming).stream()
                .map(order -> new BatchOutcome.OrderOutcome(order.number(), order.outcome()))
                .toList();
        return new BatchOutcome(
                0,
                0,
                0,
                known.stream()
                        .filter(one -> one.outcome() == Accepted.Outcome.CREATED)
                        .count(),
                known.stream().map(Accepted::customerNumber).toList(),
                outcomes,
                problems,
                List.of(),
                marks(rows, problems, numbers(byOrder.keySet(), outcomes), subjects));
    }

    private static Map<String, Long> numbers(Collection<String> keys, List<BatchOutcome.OrderOutcome> outcomes) {
        var numbers = new HashMap<String, Long>();
        int place = 0;
        for (String key : keys) numbers.put(key, outcomes.get(place++).number());
        return numbers;
    }

    private static List<Trail.@Nullable Mark> marks(
            List<OrderLineRow> rows,
            List<RowProblem> problems,
            Map<String, Long> numbers,
            Map<SubjectKey, Accepted> subjects) {
        var rejected = new HashSet<Long>();
        for (RowProblem problem : problems) rejected.add(problem.line());
        var marks = new ArrayList<Trail.@Nullable Mark>(rows.size());
        for (OrderLineRow row : rows) {
            var customer = subjects.get(row.customer().key());
            var number = numbers.get(row.orderKey());
            if (customer == null
                    || number == null
                    || rejected.contains(row.cells().line())) marks.add(null);
            else marks.add(new Trail.Mark(customer.customerNumber(), Math.toIntExact(number)));
        }
        return marks;
    }

    private static Map<String, List<OrderLineRow>> byOrder(List<OrderLineRow> rows, List<RowProblem> problems) {
        var byOrder = new LinkedHashMap<String, List<OrderLineRow>>();
        for (OrderLineRow row : rows) {
            var lines = byOrder.get(row.orderKey());
            if (lines == null) {
                byOrder.put(row.orderKey(), new ArrayList<>(List.of(row)));
                continue;
            }
            try {
                agree(lines.getFirst(), row);
                lines.add(row);
            } catch (RowProblem.Rejected e) {
                problems.add(e.problem());
            }
        }
        return byOrder;
    }

    /** The rows of one order must tell the same customer and total. */
    private static void agree(OrderLineRow first, OrderLineRow row) throws RowProblem.Rejected {
        if (!first.customer().key().equals(row.customer().key())) {
            throw row.cells()
                    .problem(
                            ImportField.EXTERNAL_ID,
                            new Fault(
                                            SourcesFault.ORDER_CUSTOMER_CONFLICT,
                                            "Order " + row.orderKey() + " has another customer in line "
                                                    + first.cells().line() + ": correct one of them.")
                                    .with("order", row.orderKey())
                                    .with("line", first.cells().line()));
        }
        if (!Objects.equals(first.total(), row.total()) || !first.currency().equals(row.currency())) {
            throw row.cells()
                    .problem(
                            ImportField.TOTAL,
                            new Fault(
                                            SourcesFault.ORDER_TOTAL_CONFLICT,
                                            "Order " + row.orderKey() + " has another total in line "
                                                    + first.cells().line()
                                                    + ": a sum of one line is mapped as the amount of the line.")
                                    .with("order", row.orderKey())
                                    .with("line", first.cells().line()));
        }
    }

    private static IncomingOrder order(List<OrderLineRow> rows, Accepted customer) {
        var head = rows.getFirst();
        var lines = rows.stream()
                .filter(row -> row.part() != null)
                .map(row -> line(row, rows.size()))
                .collect(Collectors.toList());
        return new IncomingOrder(
                head.orderKey(),
                customer.subjectNumber(),
                head.placedAt().instant(),
                head.placedAt().dateOnly(),
                rows.getLast().status(),
                head.currency(),
                head.total(),
                head.shipping(),
                head.refunded(),
                head.paymentMethod(),
                head.rate(),
                lines);
    }

    /** A line without an amount has the order's when it is the only one; else nobody knows it. */
    private static IncomingOrder.IncomingLine line(OrderLineRow row, int rows) {
        var part = Objects.requireNonNull(row.part());
        long amount = 0;
        if (part.amount() != null) amount = part.amount();
        else if (rows == 1 && row.total() != null)
            amount = row.total() - Objects.requireNonNullElse(row.shipping(), 0L);
        return new IncomingOrder.IncomingLine(row.lineNo(), part.product(), null, part.quantity(), amount);
    }
}
