package regulars.commerce;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.commerce.Tables.LINE_SHIPPING;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_PAYMENT;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;
import regulars.kernel.Money;

/** Payments, and shipping by line. */
@Repository
class PartStore {
    private final DSLContext dsl;

    PartStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    record Shipping(long order, int line, long amountMinor) {}

    record Payment(long order, IncomingPayment given) {}

    /** Tells the orders where it is new or another. */
    Set<Long> writeShipping(List<Shipping> shipping) {
        if (shipping.isEmpty()) return Set.of();
        var input = Batch.of("input", shipping)
                .column("order_number", BIGINT, Shipping::order)
                .column("line_no", INTEGER, Shipping::line)
                .column("amount", BIGINT, Shipping::amountMinor);
        return dsl.insertInto(
                        LINE_SHIPPING, LINE_SHIPPING.ORDER_NUMBER, LINE_SHIPPING.LINE_NO, LINE_SHIPPING.AMOUNT_MINOR)
                .select(select(
                                input.<Long>field("order_number"),
                                input.<Integer>field("line_no"),
                                input.<Long>field("amount"))
                        .from(input.table()))
                .onConflict(LINE_SHIPPING.ORDER_NUMBER, LINE_SHIPPING.LINE_NO)
                .doUpdate()
                .set(LINE_SHIPPING.AMOUNT_MINOR, excluded(LINE_SHIPPING.AMOUNT_MINOR))
                .where(LINE_SHIPPING.AMOUNT_MINOR.ne(excluded(LINE_SHIPPING.AMOUNT_MINOR)))
                .returningResult(LINE_SHIPPING.ORDER_NUMBER)
                .fetchSet(LINE_SHIPPING.ORDER_NUMBER);
    }

    /** Of the orders that have any. */
    Map<Long, Long> shipping(Collection<Long> orders) {
        var sums = new HashMap<Long, Long>();
        dsl.select(LINE_SHIPPING.ORDER_NUMBER, sum(LINE_SHIPPING.AMOUNT_MINOR))
                .from(LINE_SHIPPING)
                .where(LINE_SHIPPING.ORDER_NUMBER.eq(any(orders.toArray(Long[]::new))))
                .groupBy(LINE_SHIPPING.ORDER_NUMBER)
                .forEach(row -> sums.put(row.value1(), row.value2().longValueExact()));
        return sums;
    }

    /** Tells the orders that have payments which are new or not what they were. */
    Set<Long> writePayments(List<Payment> payments) {
        var input = Batch.of("input", payments)
                .column("order_number", BIGINT, Payment::order)
                .column("payment_no", INTEGER, payment -> payment.given.number())
                .column("method", VARCHAR, payment -> payment.given.method())
                .column("amount", BIGINT, payment -> payment.given.amountMinor());
        return dsl.insertInto(
                        ORDER_PAYMENT,
                        ORDER_PAYMENT.ORDER_NUMBER,
                        ORDER_PAYMENT.PAYMENT_NO,
                        ORDER_PAYMENT.METHOD,
                        ORDER_PAYMENT.AMOUNT_MINOR)
                .select(select(
                                input.<Long>field("order_number"),
                                input.<Integer>field("payment_no"),
                                input.<String>field("method"),
                                input.<Long>field("amount"))
                        .from(input.table()))
                .onConflict(ORDER_PAYMENT.ORDER_NUMBER, ORDER_PAYMENT.PAYMENT_NO)
                .doUpdate()
                .set(ORDER_PAYMENT.METHOD, excluded(ORDER_PAYMENT.METHOD))
                .set(ORDER_PAYMENT.AMOUNT_MINOR, excluded(ORDER_PAYMENT.AMOUNT_MINOR))
                .where(row(ORDER_PAYMENT.METHOD, ORDER_PAYMENT.AMOUNT_MINOR)
                        .isDistinctFrom(row(excluded(ORDER_PAYMENT.METHOD), excluded(ORDER_PAYMENT.AMOUNT_MINOR))))
                .returningResult(ORDER_PAYMENT.ORDER_NUMBER)
                .fetchSet(ORDER_PAYMENT.ORDER_NUMBER);
    }

    List<Money> paid(Collection<Long> orders) {
        var paid = sum(ORDER_PAYMENT.AMOUNT_MINOR);
        return dsl.select(ORDERS.CURRENCY, paid)
                .from(ORDER_PAYMENT)
                .join(ORDERS)
                .on(ORDERS.NUMBER.eq(ORDER_PAYMENT.ORDER_NUMBER))
                .where(ORDERS.NUMBER.eq(any(orders.toArray(Long[]::new))))
                .groupBy(ORDERS.CURRENCY)
                .orderBy(ORDERS.CURRENCY)
                .fetch(row -> new Money(row.value2().longValueExact(), row.value1()));
    }
}
