package regulars.segments;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static schema.commerce.Tables.ORDERS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.AggregateFilterStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import regulars.warehouse.Warehouse;

/**
 * One pass over the orders for all conditions about the same products and the same basket: a row a customer, a column
 * for each figure of each slice that some condition asked for.
 */
final class OrderTotals implements Source {
    private final String alias;
    private final RuleContext context;
    private final @Nullable ProductShare share;
    private final Rule.@Nullable Basket basket;
    private final Map<Figure, String> columns = new LinkedHashMap<>();

    OrderTotals(
            String alias, RuleContext context, Rule.@Nullable ProductFilter products, Rule.@Nullable Basket basket) {
        this.alias = alias;
        this.context = context;
        this.share = products == null ? null : new ProductShare(products);
        this.basket = basket;
    }

    Field<Integer> orders(OrderSlice slice) {
        return column(slice, Measured.COUNT).cast(SQLDataType.INTEGER);
    }

    Field<Long> revenue(OrderSlice slice) {
        return column(slice, Measured.REVENUE).coerce(SQLDataType.BIGINT);
    }

    Field<Instant> first(OrderSlice slice) {
        return column(slice, Measured.FIRST).coerce(SQLDataType.INSTANT);
    }

    Field<Instant> last(OrderSlice slice) {
        return column(slice, Measured.LAST).coerce(SQLDataType.INSTANT);
    }

    /**
     * Orders that time takes into the figure or out of it.
     *
     * @param check what a day says of one of them; null when the day does not matter
     */
    List<Crossing> passing(Rule.OrdersRule rule, RuleContext then, @Nullable Function<RuleContext, Condition> check) {
        var customer = Warehouse.customer(ORDERS);
        // a share moves with the whole
        boolean all = share == null || rule.measure() == OrderMeasure.SHARE;
        var facts = new Crossing.Facts(
                all || share == null ? ORDERS : share.join(ORDERS, null), customer, customer.isNotNull());
        var slice = OrderSlice.of(rule, context);
        return Edges.any(
                facts,
                ofSort(slice).and(ProductLines.lieIn(basket, null)),
                Edges.happened(ORDERS.PLACED_AT, then, context),
                Edges.passed(ORDERS.PLACED_AT, OrderSlice.of(rule, then).from(), slice.from()),
                check == null ? falseCondition() : Edges.turned(then, context, check));
    }

    @Override
    public Table<?> table(Scope scope) {
        var slices = columns.keySet().stream().map(Figure::slice).distinct().toList();
        var from = earliest(slices);
        var customer = Warehouse.customer(ORDERS);
        List<SelectField<?>> selected = new ArrayList<>(List.of(customer.as(CUSTOMER)));
        columns.forEach((figure, column) ->
                selected.add(aggregate(figure, slices.size() > 1).as(column)));
        return select(selected)
                .from(share == null ? ORDERS : share.join(ORDERS, from))
                .where(customer.isNotNull(), scope.admits(customer), ORDERS.PLACED_AT.le(context.asOf()))
                .and(or(slices.stream().map(OrderTotals::in).toList()))
                .and(slices.size() > 1 && from != null ? ORDERS.PLACED_AT.ge(from) : noCondition())
                .and(ProductLines.lieIn(basket, from))
                .groupBy(customer)
                .asTable(alias);
    }

    private Field<?> aggregate(Figure figure, boolean filtered) {
        AggregateFilterStep<?> aggregate = switch (figure.measured()) {
            case COUNT -> count();
            case REVENUE -> sum(share == null ? ORDERS.REVENUE_BASE_MINOR : share.revenue());
            case FIRST -> min(ORDERS.PLACED_AT);
            case LAST -> max(ORDERS.PLACED_AT);
        };
        Field<?> figures = filtered ? aggregate.filterWhere(in(figure.slice())) : (Field<?>) aggregate;
        return figure.measured() == Measured.REVENUE ? figures.cast(SQLDataType.BIGINT) : figures;
    }

    /** What is before it none of them wants; null when one of them has no beginning. */
    private static @Nullable Instant earliest(List<OrderSlice> slices) {
        if (slices.stream().anyMatch(slice -> slice.from() == null)) return null;
        return slices.stream()
                .map(OrderSlice::from)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    static Condition in(OrderSlice slice) {
        var from = slice.from();
        var before = slice.before();
        return ofSort(slice)
                .and(from == null ? noCondition() : ORDERS.PLACED_AT.ge(from))
                .and(before == null ? noCondition() : ORDERS.PLACED_AT.lt(before));
    }

    private static Condition ofSort(OrderSlice slice) {
        return ORDERS.STATUS
                .in(slice.statuses())
                .and(
                        slice.paymentMethods().isEmpty()
                                ? noCondition()
                                : Folding.in(ORDERS.PAYMENT_METHOD, slice.paymentMethods()))
                .and(slice.sources().isEmpty() ? noCondition() : ORDERS.SOURCE_ID.in(slice.sources()));
    }

    private Field<?> column(OrderSlice slice, Measured measured) {
        String column = columns.computeIfAbsent(new Figure(slice, measured), figure -> "figure" + columns.size());
        return field(name(alias, column));
    }

    private enum Measured {
        COUNT,
        REVENUE,
        FIRST,
        LAST
    }

    private record Figure(OrderSlice slice, Measured measured) {}
}
