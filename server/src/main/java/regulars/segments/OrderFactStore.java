package regulars.segments;

import static org.jooq.impl.DSL.min;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.PRODUCT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Money;
import regulars.segments.Rule.OrdersRule;
import regulars.segments.Rule.ProductFilter;
import regulars.segments.RuleFacts.RuleFact;
import regulars.warehouse.Warehouse;

/** Finds the orders of one customer that a condition counts, the latest first, and what it asks about in them. */
final class OrderFactStore {
    private final DSLContext mirror;
    private final RuleContext context;
    private final int customer;
    private final String currency;

    OrderFactStore(DSLContext mirror, RuleContext context, int customer, String currency) {
        this.mirror = mirror;
        this.context = context;
        this.customer = customer;
        this.currency = currency;
    }

    List<RuleFact> of(OrdersRule rule, int limit) {
        return find(OrderSlice.of(rule, context), rule.products(), rule.basket(), limit);
    }

    /** Of all that count as revenue. */
    List<RuleFact> counting(int limit) {
        var slice = new OrderSlice(null, null, context.catalogue().countingStatuses(), List.of(), List.of());
        return find(slice, null, null, limit);
    }

    private List<RuleFact> find(
            OrderSlice slice, @Nullable ProductFilter products, Rule.@Nullable Basket basket, int limit) {
        var share = products == null ? null : new ProductShare(products);
        Field<Long> revenue = share == null ? ORDERS.REVENUE_BASE_MINOR : share.revenue();
        var orders = mirror.select(ORDERS.NUMBER, ORDERS.PLACED_AT, revenue)
                .from(share == null ? ORDERS : share.join(ORDERS, null))
                .where(Warehouse.customer(ORDERS).eq(customer), ORDERS.PLACED_AT.le(context.asOf()))
                .and(OrderTotals.in(slice))
                .and(ProductLines.lieIn(basket, null))
                .orderBy(ORDERS.PLACED_AT.desc(), ORDERS.NUMBER.desc())
                .limit(limit)
                .fetch();
        var names = names(orders.getValues(ORDERS.NUMBER), asked(products, basket));
        return orders.map(row -> new RuleFact(
                row.value2(),
                null,
                new Money(Objects.requireNonNullElse(row.value3(), 0L), currency),
                null,
                null,
                null,
                names.getOrDefault(row.value1(), List.of())));
    }

    private static List<ProductFilter> asked(@Nullable ProductFilter products, Rule.@Nullable Basket basket) {
        List<ProductFilter> asked = new ArrayList<>();
        if (products != null) asked.add(products);
        if (basket != null) asked.addAll(basket.with());
        return asked;
    }

    /** By order, each once and in the order of the lines. */
    private Map<Long, List<String>> names(Collection<Long> orders, List<ProductFilter> asked) {
        if (orders.isEmpty() || asked.isEmpty()) return Map.of();
        var first = min(ORDER_LINE.LINE_NO);
        return mirror.select(ORDER_LINE.ORDER_NUMBER, PRODUCT.NAME)
                .from(ORDER_LINE)
                .join(PRODUCT)
                .on(PRODUCT.NUMBER.eq(ORDER_LINE.PRODUCT_NUMBER))
                .where(ORDER_LINE.ORDER_NUMBER.in(orders), ProductLines.of(asked))
                .groupBy(ORDER_LINE.ORDER_NUMBER, PRODUCT.NUMBER, PRODUCT.NAME)
                .orderBy(first, PRODUCT.NUMBER)
                .fetchGroups(ORDER_LINE.ORDER_NUMBER, PRODUCT.NAME);
    }
}
