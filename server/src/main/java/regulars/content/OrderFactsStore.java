package regulars.content;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_STATUS;
import static schema.customers.Tables.SUBJECT_LINK;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads the orders of the people of one batch by key; the whole base is never read here. */
@Repository
class OrderFactsStore {
    private final DSLContext dsl;

    OrderFactsStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Map<Integer, OrderFacts> load(Collection<Integer> customers, int fractionDigits) {
        return dsl.select(
                        SUBJECT_LINK.CUSTOMER_NUMBER,
                        count(),
                        sum(ORDERS.REVENUE_BASE_MINOR),
                        min(ORDERS.PLACED_AT),
                        max(ORDERS.PLACED_AT))
                .from(SUBJECT_LINK)
                .join(ORDERS)
                .on(ORDERS.SUBJECT_NUMBER.eq(SUBJECT_LINK.SUBJECT_NUMBER))
                .join(ORDER_STATUS)
                .on(ORDER_STATUS.CODE.eq(ORDERS.STATUS), ORDER_STATUS.COUNTS.isTrue())
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(DSL.any(customers.toArray(Integer[]::new))))
                .groupBy(SUBJECT_LINK.CUSTOMER_NUMBER)
                .fetchMap(
                        SUBJECT_LINK.CUSTOMER_NUMBER,
                        row -> new OrderFacts(
                                row.value2(), major(row.value3(), fractionDigits), row.value4(), row.value5()));
    }

    private static BigDecimal major(BigDecimal minor, int fractionDigits) {
        return minor.movePointLeft(fractionDigits);
    }
}
