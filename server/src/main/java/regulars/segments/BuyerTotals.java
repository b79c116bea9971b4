package regulars.segments;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static schema.commerce.Tables.ORDERS;

import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import regulars.warehouse.Warehouse;

/** What everybody bought, for lists in the order of it; a row a buyer, of orders that count as revenue. */
final class BuyerTotals {
    private static final String NAME = "bought";

    static final Field<Integer> CUSTOMER = field(name(NAME, "customer"), SQLDataType.INTEGER);
    static final Field<Long> ORDER_COUNT = field(name(NAME, "orders"), SQLDataType.BIGINT);
    static final Field<Long> REVENUE = field(name(NAME, "revenue"), SQLDataType.BIGINT);
    static final Field<Long> AVERAGE =
            field("cast(floor({0} / {1}) as bigint)", SQLDataType.BIGINT, REVENUE, ORDER_COUNT);
    static final Field<Long> LAST_ORDER = field(name(NAME, "last"), SQLDataType.BIGINT);

    private BuyerTotals() {}

    static Table<?> table(RuleContext context) {
        var customer = Warehouse.customer(ORDERS);
        return select(
                        customer.as(CUSTOMER.getName()),
                        count().cast(SQLDataType.BIGINT).as(ORDER_COUNT.getName()),
                        sum(ORDERS.REVENUE_BASE_MINOR).cast(SQLDataType.BIGINT).as(REVENUE.getName()),
                        function("epoch_us", SQLDataType.BIGINT, max(ORDERS.PLACED_AT))
                                .as(LAST_ORDER.getName()))
                .from(ORDERS)
                .where(customer.isNotNull())
                .and(ORDERS.STATUS.in(context.catalogue().countingStatuses()))
                .and(ORDERS.PLACED_AT.le(context.asOf()))
                .groupBy(customer)
                .asTable(NAME);
    }
}
