package regulars.commerce;

import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_PAYMENT;
import static schema.commerce.Tables.ORDER_REFUND;
import static schema.commerce.Tables.ORDER_STATUS_HISTORY;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SOURCE;
import static schema.customers.Tables.SUBJECT_LINK;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import regulars.commerce.OrderDetails.OrderPaymentView;
import regulars.commerce.OrderDetails.OrderRefundView;
import regulars.commerce.OrderDetails.OrderStatusView;
import regulars.kernel.Money;
import regulars.kernel.Sights;

/** Reads one order whole. */
@Repository
class OrderDetailsStore {
    private final DSLContext dsl;
    private final OrderReadStore orders;
    private final Sights sights;

    OrderDetailsStore(DSLContext dsl, OrderReadStore orders, Sights sights) {
        this.sights = sights;
        this.dsl = dsl;
        this.orders = orders;
    }

    Optional<OrderDetails> find(UUID id) {
        return dsl.select(ORDERS.NUMBER, ORDERS.CURRENCY, ORDERS.SHIPPING_MINOR, ORDERS.RECEIVED_AT)
                .select(CUSTOMER.ID, CUSTOMER.FULL_NAME, SOURCE.NAME)
                .from(ORDERS)
                .leftJoin(SOURCE)
                .on(SOURCE.ID.eq(ORDERS.SOURCE_ID))
                .leftJoin(SUBJECT_LINK)
                .on(SUBJECT_LINK.SUBJECT_NUMBER.eq(ORDERS.SUBJECT_NUMBER))
                .leftJoin(CUSTOMER)
                .on(CUSTOMER.NUMBER.eq(SUBJECT_LINK.CUSTOMER_NUMBER))
                .and(CUSTOMER.STATE.eq("active"))
                .where(ORDERS.ID.eq(id), sights.current().admits(CUSTOMER.OWNER_ID))
                .fetchOptional(row -> details(id, row));
    }

    private OrderDetails details(UUID id, Record row) {
        long number = row.get(ORDERS.NUMBER);
        var currency = row.get(ORDERS.CURRENCY);
        var source = row.get(SOURCE.NAME);
        return new OrderDetails(
                orders.one(id),
                row.get(CUSTOMER.ID),
                row.get(CUSTOMER.FULL_NAME),
                new Money(row.get(ORDERS.SHIPPING_MINOR), currency),
                source == null ? "" : source,
                row.get(ORDERS.RECEIVED_AT),
                payments(number, currency),
                refunds(number, currency),
                history(number));
    }

    private List<OrderPaymentView> payments(long order, String currency) {
        return dsl.select(ORDER_PAYMENT.PAYMENT_NO, ORDER_PAYMENT.METHOD, ORDER_PAYMENT.AMOUNT_MINOR)
                .from(ORDER_PAYMENT)
                .where(ORDER_PAYMENT.ORDER_NUMBER.eq(order))
                .orderBy(ORDER_PAYMENT.PAYMENT_NO)
                .fetch(row -> new OrderPaymentView(row.value1(), row.value2(), new Money(row.value3(), currency)));
    }

    private List<OrderRefundView> refunds(long order, String currency) {
        return dsl.select(ORDER_REFUND.EXTERNAL_ID, ORDER_REFUND.AMOUNT_MINOR, ORDER_REFUND.REFUNDED_AT)
                .from(ORDER_REFUND)
                .where(ORDER_REFUND.ORDER_NUMBER.eq(order))
                .orderBy(ORDER_REFUND.REFUNDED_AT, ORDER_REFUND.ID)
                .fetch(row -> new OrderRefundView(row.value1(), new Money(row.value2(), currency), row.value3()));
    }

    private List<OrderStatusView> history(long order) {
        return dsl.select(ORDER_STATUS_HISTORY.STATUS, ORDER_STATUS_HISTORY.AT)
                .from(ORDER_STATUS_HISTORY)
                .where(ORDER_STATUS_HISTORY.ORDER_NUMBER.eq(order))
                .orderBy(ORDER_STATUS_HISTORY.AT, ORDER_STATUS_HISTORY.ID)
                .fetch(row -> new OrderStatusView(row.value1(), row.value2()));
    }
}
