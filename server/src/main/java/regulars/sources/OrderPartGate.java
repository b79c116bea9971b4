package regulars.sources;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import regulars.commerce.AcceptedOrder;
import regulars.commerce.IncomingLines;
import regulars.commerce.IncomingOrder.IncomingLine;
import regulars.commerce.IncomingPayment;
import regulars.commerce.OrderParts;
import regulars.kernel.Fault;
import regulars.sources.cells.Decimals;
import regulars.sources.files.TableRow;

/** Takes in files of order lines and of payments: their orders came before, from the same source. */
final class OrderPartGate implements RowGate<OrderPartRow> {
    private static final int MOST_LINES = 1_000_000;

    private final ImportPlan plan;
    private final OrderParts parts;
    private final boolean payments;
    private final Occurrences occurrences = new Occurrences();

    OrderPartGate(ImportPlan plan, OrderParts parts) {
        this.plan = plan;
        this.parts = parts;
        this.payments = plan.request().kind() == ImportKind.PAYMENTS;
    }

    @Override
    public void skim(TableRow row) {
        try {
            number(Cells.of(plan, row));
        } catch (RowProblem.Rejected e) {
            return; // it was told when the row was read for the first time
        }
    }

    private record Place(String orderId, int number) {}

    private Place number(Cells cells) throws RowProblem.Rejected {
        var id = cells.value(ImportField.ORDER_ID, Texts::bounded);
        if (id == null) throw unknown(cells, "");
        int counted = occurrences.next(id);
        var said = cells.value(
                ImportField.LINE_NO, text -> Decimals.parse(text, plan.request().decimalMark()));
        boolean usable = said != null && said.signum() > 0 && said.compareTo(BigDecimal.valueOf(MOST_LINES)) < 0;
        return new Place(id, usable ? Objects.requireNonNull(said).intValue() : counted);
    }

    @Override
    public OrderPartRow read(TableRow row) throws RowProblem.Rejected {
        var cells = Cells.of(plan, row);
        var place = number(cells);
        var field = payments ? ImportField.PAID : ImportField.LINE_AMOUNT;
        var amount = money(cells, field);
        if (amount == null) {
            throw cells.problem(
                    field, new Fault(SourcesFault.ORDER_TOTAL_MISSING, "The row has no sum: write the amount."));
        }
        var quantity = cells.value(
                ImportField.QUANTITY,
                text -> Decimals.parse(text, plan.request().decimalMark()));
        return new OrderPartRow(
                cells,
                place.orderId,
                place.number,
                OrderRowReader.product(cells),
                Objects.requireNonNullElse(quantity, BigDecimal.ONE),
                amount,
                money(cells, ImportField.SHIPPING),
                cells.value(ImportField.PAYMENT_METHOD, Texts::bounded));
    }

    private @Nullable Long money(Cells cells, ImportField field) throws RowProblem.Rejected {
        return cells.value(field, text -> Decimals.minor(text, plan.request().decimalMark(), plan.currency()));
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
    public BatchOutcome write(List<OrderPartRow> rows) {
        var problems = new ArrayList<RowProblem>();
        var known = parts.currencies(
                plan.origin(),
                rows.stream().map(OrderPartRow::orderId).distinct().toList());
        var taken = new ArrayList<OrderPartRow>();
        for (OrderPartRow row : rows) {
            try {
                check(row, known.get(row.orderId()));
                taken.add(row);
            } catch (RowProblem.Rejected e) {
                problems.add(e.problem());
            }
        }
        var accepted = payments ? pay(taken) : line(taken);
        return BatchOutcome.ofOrders(
                accepted.stream()
                        .map(order -> new BatchOutcome.OrderOutcome(order.number(), order.outcome()))
                        .toList(),
                problems,
                marks(rows, taken, accepted));
    }

    /** The answers are in the order of the orders' first rows. */
    private static List<Trail.@Nullable Mark> marks(
            List<OrderPartRow> rows, List<OrderPartRow> taken, List<AcceptedOrder> accepted) {
        var numbers = new HashMap<String, Long>();
        for (OrderPartRow row : taken) {
            if (!numbers.containsKey(row.orderId())) {
                numbers.put(row.orderId(), accepted.get(numbers.size()).number());
            }
        }
        var kept = Set.copyOf(taken);
        var marks = new ArrayList<Trail.@Nullable Mark>(rows.size());
        for (OrderPartRow row : rows) {
            var number = numbers.get(row.orderId());
            if (number == null || !kept.contains(row)) marks.add(null);
            else marks.add(new Trail.Mark(0, Math.toIntExact(number)));
        }
        return marks;
    }

    private void check(OrderPartRow row, @Nullable String currency) throws RowProblem.Rejected {
        if (currency == null) throw unknown(row.cells(), row.orderId());
        if (currency.equals(plan.currency())) return;
        throw row.cells()
                .problem(
                        ImportField.ORDER_ID,
                        new Fault(
                                        SourcesFault.ORDER_CURRENCY_CONFLICT,
                                        "Order " + row.orderId() + " is in " + currency
                                                + ": choose that currency for the sums of this file.")
                                .with("order", row.orderId())
                                .with("currency", currency));
    }

    private static RowProblem.Rejected unknown(Cells cells, String id) {
        return cells.problem(
                ImportField.ORDER_ID,
                new Fault(
                                SourcesFault.ORDER_UNKNOWN,
                                "The source has no order '" + id + "': import its orders first, under the same source.")
                        .with("order", id));
    }

    private List<AcceptedOrder> pay(List<OrderPartRow> rows) {
        var byPlace = new LinkedHashMap<Place, IncomingPayment>();
        for (OrderPartRow row : rows) {
            byPlace.put(
                    new Place(row.orderId(), row.number()),
                    new IncomingPayment(row.orderId(), row.number(), row.method(), row.amount()));
        }
        return parts.addPayments(plan.origin(), List.copyOf(byPlace.values()));
    }

    private List<AcceptedOrder> line(List<OrderPartRow> rows) {
        var byOrder = new LinkedHashMap<String, Map<Integer, OrderPartRow>>();
        for (OrderPartRow row : rows) {
            byOrder.computeIfAbsent(row.orderId(), id -> new LinkedHashMap<>()).put(row.number(), row);
        }
        var incoming = new ArrayList<IncomingLines>();
        byOrder.forEach((order, lines) -> {
            var shipping = new HashMap<Integer, Long>();
            lines.forEach((number, line) -> {
                if (line.shipping() != null) shipping.put(number, line.shipping());
            });
            incoming.add(new IncomingLines(
                    order,
                    lines.values().stream()
                            .map(line -> new IncomingLine(
                                    line.number(), line.product(), null, line.quantity(), line.amount()))
                            .toList(),
                    shipping));
        });
        return parts.addLines(plan.origin(), incoming);
    }
}
