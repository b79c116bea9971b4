package regulars.segments;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.sum;
import static schema.commerce.Tables.ORDERS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Money;
import regulars.segments.PanelPart.GroupMoney;
import regulars.segments.PanelPart.PanelCounts;
import regulars.segments.PanelPart.PanelMoney;
import regulars.segments.PanelPart.PanelTotal;
import regulars.segments.PanelPart.PanelWaterfall;
import regulars.segments.PanelPart.WaterfallStep;
import regulars.warehouse.Warehouse;

/** The numbers of a rule's people, each part from the rows that were kept of them. */
final class PanelStore {
    private static final int YEAR = 365;

    private final DSLContext mirror;
    private final Program program;
    private final RuleContext context;
    private final KeptPeopleStore people;

    private PanelStore(DSLContext mirror, Program program, RuleContext context) {
        this.mirror = mirror;
        this.program = program;
        this.context = context;
        this.people = KeptPeopleStore.of(mirror, program);
    }

    static PanelStore of(DSLContext mirror, Program program, RuleContext context) {
        return new PanelStore(mirror, program, context);
    }

    KeptPeopleStore people() {
        return people;
    }

    /** The total, the count of each node and what each step leaves, from one look. */
    record Counted(PanelTotal total, PanelCounts counts, PanelWaterfall waterfall) {}

    Counted counted(Rule rule) {
        var nodes = program.nodes();
        var steps = steps(rule);
        List<Condition> asked = new ArrayList<>();
        for (var node : nodes) asked.add(node.holds());
        for (int i = 1; i <= steps.size(); i++)
            asked.add(and(steps.subList(0, i).stream().map(Program.Node::holds).toList()));
        var found = people.counts(asked);
        int base = found.getLast();
        List<NodeCount> counts = new ArrayList<>();
        for (var node : nodes) counts.add(new NodeCount(node.path(), found.get(counts.size())));
        List<WaterfallStep> waterfall = new ArrayList<>();
        int before = base;
        for (var step : steps) {
            int left = found.get(nodes.size() + waterfall.size());
            waterfall.add(new WaterfallStep(step.path(), left, before - left));
            before = left;
        }
        var at = context.asOf();
        return new Counted(
                new PanelTotal(at, found.getFirst(), base),
                new PanelCounts(at, counts),
                new PanelWaterfall(at, waterfall));
    }

    private List<Program.Node> steps(Rule rule) {
        if (!(rule instanceof Rule.AllRule)) return program.nodes().subList(0, 1);
        return program.nodes().stream()
                .filter(node -> !node.path().isEmpty() && !node.path().contains("."))
                .toList();
    }

    /** By the same words as rules use: orders of counting states, their revenue in the base currency. */
    PanelMoney money(String currency) {
        var customer = Warehouse.customer(ORDERS);
        var lately = ORDERS.PLACED_AT.ge(context.startOf(context.today().minusDays(YEAR)));
        var row = mirror.select(
                        countDistinct(customer).as("buyers"),
                        count().as("orders"),
                        sum(ORDERS.REVENUE_BASE_MINOR).as("revenue"),
                        countDistinct(customer).filterWhere(lately).as("late_buyers"),
                        count().filterWhere(lately).as("late_orders"),
                        sum(ORDERS.REVENUE_BASE_MINOR).filterWhere(lately).as("late_revenue"))
                .from(ORDERS)
                .where(customer.in(people.members()))
                .and(ORDERS.STATUS.in(context.catalogue().countingStatuses()))
                .and(ORDERS.PLACED_AT.le(context.asOf()))
                .fetchSingle();
        return new PanelMoney(context.asOf(), money(row, "", currency), money(row, "late_", currency));
    }

    private static GroupMoney money(Record row, String period, String currency) {
        long orders = row.get(period + "orders", Long.class);
        long revenue = minor(row.get(period + "revenue", BigDecimal.class));
        return new GroupMoney(
                row.get(period + "buyers", Integer.class),
                orders,
                new Money(revenue, currency),
                orders == 0 ? null : new Money(Math.floorDiv(revenue, orders), currency));
    }

    private static long minor(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }
}
