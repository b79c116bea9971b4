package regulars.commerce;

import static org.jooq.impl.DSL.any;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.ORDER_PAYMENT;
import static schema.commerce.Tables.ORDER_REFUND;
import static schema.commerce.Tables.PRODUCT;

import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.customers.KnownPerson;
import regulars.customers.PersonalData;
import regulars.customers.PersonalTable;

/** A person's orders. They stay when the person is erased: the books have to add up, and nothing in them names anybody. */
@Repository
class OrderDataStore implements PersonalData {
    private final DSLContext dsl;

    OrderDataStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<PersonalTable> held(KnownPerson person) {
        var own = ORDERS.SUBJECT_NUMBER.eq(any(person.subjectArray()));
        return List.of(
                PersonalTable.of(
                        "orders",
                        dsl.select(ORDERS.fields())
                                .from(ORDERS)
                                .where(own)
                                .orderBy(ORDERS.PLACED_AT)
                                .fetch()),
                lines(own),
                PersonalTable.of(
                        "payments",
                        dsl.select(ORDERS.EXTERNAL_ID, ORDER_PAYMENT.METHOD, ORDER_PAYMENT.AMOUNT_MINOR)
                                .from(ORDER_PAYMENT)
                                .join(ORDERS)
                                .on(ORDERS.NUMBER.eq(ORDER_PAYMENT.ORDER_NUMBER))
                                .where(own)
                                .fetch()),
                PersonalTable.of(
                        "refunds",
                        dsl.select(ORDERS.EXTERNAL_ID, ORDER_REFUND.REFUNDED_AT, ORDER_REFUND.AMOUNT_MINOR)
                                .from(ORDER_REFUND)
                                .join(ORDERS)
                                .on(ORDERS.NUMBER.eq(ORDER_REFUND.ORDER_NUMBER))
                                .where(own)
                                .fetch()));
    }

    private PersonalTable lines(Condition own) {
        return PersonalTable.of(
                "order_lines",
                dsl.select(
                                ORDERS.EXTERNAL_ID,
                                ORDER_LINE.LINE_NO,
                                PRODUCT.NAME.as("product"),
                                ORDER_LINE.DESCRIPTION,
                                ORDER_LINE.QUANTITY,
                                ORDER_LINE.AMOUNT_MINOR)
                        .from(ORDER_LINE)
                        .join(ORDERS)
                        .on(ORDERS.NUMBER.eq(ORDER_LINE.ORDER_NUMBER))
                        .leftJoin(PRODUCT)
                        .on(PRODUCT.NUMBER.eq(ORDER_LINE.PRODUCT_NUMBER))
                        .where(own)
                        .orderBy(ORDERS.PLACED_AT, ORDER_LINE.LINE_NO)
                        .fetch());
    }

    @Override
    public Map<String, Integer> forget(KnownPerson person) {
        return Map.of();
    }
}
