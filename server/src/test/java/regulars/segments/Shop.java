package regulars.segments;

import static schema.collect.Tables.SUBJECT;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.PRODUCT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SUBJECT_LINK;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** People and orders in PostgreSQL, as their rooms would write them. */
public final class Shop {
    private final DSLContext dsl;

    public Shop(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** An active customer with one subject of the same number. */
    public UUID customer(int number, String country, Instant created) {
        var id = new UUID(0x7000L, number);
        dsl.insertInto(CUSTOMER)
                .set(CUSTOMER.NUMBER, number)
                .set(CUSTOMER.ID, id)
                .set(CUSTOMER.FULL_NAME, "Customer " + number)
                .set(CUSTOMER.COUNTRY, country)
                .set(CUSTOMER.CREATED_AT, created)
                .set(CUSTOMER.UPDATED_AT, created)
                .execute();
        dsl.insertInto(SUBJECT)
                .set(SUBJECT.NUMBER, (long) number)
                .set(SUBJECT.KIND, "external")
                .set(SUBJECT.SPACE, "shop")
                .set(SUBJECT.VALUE, "c" + number)
                .set(SUBJECT.FIRST_SEEN, created)
                .execute();
        dsl.insertInto(SUBJECT_LINK)
                .set(SUBJECT_LINK.SUBJECT_NUMBER, (long) number)
                .set(SUBJECT_LINK.CUSTOMER_NUMBER, number)
                .set(SUBJECT_LINK.LINKED_AT, created)
                .execute();
        return id;
    }

    /** An order that counts as revenue. */
    public void order(long subject, Instant placed, long revenue) {
        order(subject, placed, revenue, "paid");
    }

    public void order(long subject, Instant placed, long revenue, String status) {
        place(subject, placed, revenue, status);
    }

    /** An order with a line of 100 for each product; its number. */
    public long basket(long subject, Instant placed, long... products) {
        long number = place(subject, placed, 100L * products.length, "paid");
        for (int i = 0; i < products.length; i++) line(number, i + 1, products[i]);
        return number;
    }

    public void line(long order, int place, long product) {
        dsl.insertInto(ORDER_LINE)
                .set(ORDER_LINE.ORDER_NUMBER, order)
                .set(ORDER_LINE.LINE_NO, place)
                .set(ORDER_LINE.PRODUCT_NUMBER, product)
                .set(ORDER_LINE.QUANTITY, BigDecimal.ONE)
                .set(ORDER_LINE.AMOUNT_MINOR, 100L)
                .execute();
    }

    /** The number of a new product. */
    public long product(String name, String category, @Nullable String brand) {
        var id = UUID.randomUUID();
        return dsl.insertInto(PRODUCT)
                .set(PRODUCT.ID, id)
                .set(PRODUCT.SOURCE_ID, 1)
                .set(PRODUCT.EXTERNAL_ID, id.toString())
                .set(PRODUCT.NAME, name)
                .set(PRODUCT.CATEGORY, category)
                .set(PRODUCT.BRAND, brand)
                .set(PRODUCT.CREATED_AT, Instant.EPOCH)
                .returning(PRODUCT.NUMBER)
                .fetchSingle()
                .getNumber();
    }

    private long place(long subject, Instant placed, long revenue, String status) {
        var id = UUID.randomUUID();
        return dsl.insertInto(ORDERS)
                .set(ORDERS.ID, id)
                .set(ORDERS.SOURCE_ID, 1)
                .set(ORDERS.EXTERNAL_ID, id.toString())
                .set(ORDERS.SUBJECT_NUMBER, subject)
                .set(ORDERS.PLACED_AT, placed)
                .set(ORDERS.STATUS, status)
                .set(ORDERS.CURRENCY, "USD")
                .set(ORDERS.TOTAL_MINOR, revenue)
                .set(ORDERS.REVENUE_MINOR, revenue)
                .set(ORDERS.BASE_CURRENCY, "USD")
                .set(ORDERS.REVENUE_BASE_MINOR, revenue)
                .set(ORDERS.RECEIVED_AT, placed)
                .returning(ORDERS.NUMBER)
                .fetchSingle()
                .getNumber();
    }
}
