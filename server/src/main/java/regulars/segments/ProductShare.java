package regulars.segments;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.BIGINT;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;

import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The part of an order that is of certain products. Refunds and rates are known by order, so the products get their
 * share of the order's revenue by the amounts of the lines, cut to whole minor units.
 */
final class ProductShare {
    private static final String ALIAS = "share";

    private final Rule.ProductFilter products;

    ProductShare(Rule.ProductFilter products) {
        this.products = products;
    }

    /** @param from the orders were placed since then; null when it may be any */
    Table<?> join(Table<?> orders, @Nullable Instant from) {
        var lines = select(
                        ORDER_LINE.ORDER_NUMBER.as("order_number"),
                        sum(ORDER_LINE.AMOUNT_MINOR).as("amount"))
                .from(ORDER_LINE)
                .where(ProductLines.of(List.of(products)), ProductLines.since(from))
                .groupBy(ORDER_LINE.ORDER_NUMBER)
                .asTable(ALIAS);
        return orders.join(lines).on(field(name(ALIAS, "order_number"), BIGINT).eq(ORDERS.NUMBER));
    }

    Field<Long> revenue() {
        var goods = ORDERS.TOTAL_MINOR.minus(ORDERS.SHIPPING_MINOR);
        var amount = field(name(ALIAS, "amount"));
        var share = function(
                "divide", BIGINT, field("cast({0} as hugeint) * {1}", amount, ORDERS.REVENUE_BASE_MINOR), goods);
        return when(goods.eq(0L), inline(0L)).otherwise(share);
    }
}
