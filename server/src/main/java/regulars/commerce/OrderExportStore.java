package regulars.commerce;

import static org.jooq.impl.DSL.any;
import static schema.collect.Tables.SUBJECT;
import static schema.commerce.Tables.LINE_SHIPPING;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.ORDER_PAYMENT;
import static schema.commerce.Tables.PRODUCT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SUBJECT_LINK;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.access.Organisations;
import regulars.customers.FieldRights;
import regulars.customers.FieldSight;
import regulars.kernel.Money;
import regulars.kernel.RowWriter;

/** Reads orders for a file, a batch at a time, by key. The columns are those that an import understands. */
@Repository
class OrderExportStore {
    static final List<String> ORDER = List.of(
            "orderId",
            "externalId",
            "email",
            "phone",
            "placedAt",
            "status",
            "currency",
            "total",
            "shipping",
            "refunded",
            "paymentMethod",
            "regularsId");
    static final List<String> LINE = List.of(
            "orderId", "lineNo", "productId", "productName", "category", "brand", "quantity", "lineAmount", "shipping");
    static final List<String> PAYMENT = List.of("orderId", "lineNo", "paymentMethod", "paid");
    private static final int BATCH = 1000;

    private final DSLContext dsl;
    private final FieldRights rights;
    private final Organisations organisations;

    OrderExportStore(DSLContext dsl, FieldRights rights, Organisations organisations) {
        this.dsl = dsl;
        this.rights = rights;
        this.organisations = organisations;
    }

    /** To be asked before the file is written: that happens outside of the request. */
    FieldSight sight() {
        return rights.sight();
    }

    void orders(long[] numbers, FieldSight sight, RowWriter out) throws IOException {
        var zone = organisations.get().zone();
        inBatches(numbers, batch -> heads(batch), row -> order(row, sight, zone), out);
    }

    void lines(long[] numbers, RowWriter out) throws IOException {
        inBatches(numbers, this::linesOf, OrderExportStore::line, out);
    }

    void payments(long[] numbers, RowWriter out) throws IOException {
        inBatches(numbers, this::paymentsOf, OrderExportStore::payment, out);
    }

    /** In the order of the numbers. */
    private static void inBatches(
            long[] numbers,
            Function<Long[], Map<Long, List<Record>>> read,
            Function<Record, List<@Nullable Object>> cells,
            RowWriter out)
            throws IOException {
        for (int from = 0; from < numbers.length; from += BATCH) {
            var batch = Arrays.stream(numbers, from, Math.min(from + BATCH, numbers.length))
                    .boxed()
                    .toArray(Long[]::new);
            var found = read.apply(batch);
            for (Long number : batch) {
                for (Record row : found.getOrDefault(number, List.of())) out.row(cells.apply(row));
            }
        }
    }

    private Map<Long, List<Record>> heads(Long[] numbers) {
        return dsl.select(ORDERS.fields())
                .select(SUBJECT.KIND, SUBJECT.VALUE, CUSTOMER.ID)
                .from(ORDERS)
                .join(SUBJECT)
                .on(SUBJECT.NUMBER.eq(ORDERS.SUBJECT_NUMBER))
                .leftJoin(SUBJECT_LINK)
                .on(SUBJECT_LINK.SUBJECT_NUMBER.eq(ORDERS.SUBJECT_NUMBER))
                .leftJoin(CUSTOMER)
                .on(CUSTOMER.NUMBER.eq(SUBJECT_LINK.CUSTOMER_NUMBER), CUSTOMER.STATE.eq("active"))
                .where(ORDERS.NUMBER.eq(any(numbers)))
                .fetchGroups(ORDERS.NUMBER, row -> (Record) row);
    }

    private Map<Long, List<Record>> linesOf(Long[] numbers) {
        return dsl.select(ORDERS.NUMBER, ORDERS.EXTERNAL_ID, ORDERS.CURRENCY)
                .select(ORDER_LINE.fields())
                .select(PRODUCT.EXTERNAL_ID.as("product"), PRODUCT.NAME, PRODUCT.CATEGORY, PRODUCT.BRAND)
                .select(LINE_SHIPPING.AMOUNT_MINOR.as("shipping"))
                .from(ORDER_LINE)
                .join(ORDERS)
                .on(ORDERS.NUMBER.eq(ORDER_LINE.ORDER_NUMBER))
                .leftJoin(PRODUCT)
                .on(PRODUCT.NUMBER.eq(ORDER_LINE.PRODUCT_NUMBER))
                .leftJoin(LINE_SHIPPING)
                .on(LINE_SHIPPING.ORDER_NUMBER.eq(ORDER_LINE.ORDER_NUMBER))
                .and(LINE_SHIPPING.LINE_NO.eq(ORDER_LINE.LINE_NO))
                .where(ORDER_LINE.ORDER_NUMBER.eq(any(numbers)))
                .orderBy(ORDER_LINE.LINE_NO)
                .fetchGroups(ORDERS.NUMBER, row -> (Record) row);
    }

    private Map<Long, List<Record>> paymentsOf(Long[] numbers) {
        return dsl.select(ORDERS.NUMBER, ORDERS.EXTERNAL_ID, ORDERS.CURRENCY)
                .select(ORDER_PAYMENT.PAYMENT_NO, ORDER_PAYMENT.METHOD, ORDER_PAYMENT.AMOUNT_MINOR)
                .from(ORDER_PAYMENT)
                .join(ORDERS)
                .on(ORDERS.NUMBER.eq(ORDER_PAYMENT.ORDER_NUMBER))
                .where(ORDER_PAYMENT.ORDER_NUMBER.eq(any(numbers)))
                .orderBy(ORDER_PAYMENT.PAYMENT_NO)
                .fetchGroups(ORDERS.NUMBER, row -> (Record) row);
    }

    /** Whose it is, as the source said it; an address that the caller does not see is left out. */
    private static List<@Nullable Object> order(Record row, FieldSight sight, ZoneId zone) {
        var currency = row.get(ORDERS.CURRENCY);
        var placed = row.get(ORDERS.PLACED_AT);
        return Arrays.asList(
                row.get(ORDERS.EXTERNAL_ID),
                named(row, "external", sight),
                named(row, "email", sight),
                named(row, "phone", sight),
                row.get(ORDERS.DATE_ONLY) ? placed.atZone(zone).toLocalDate() : placed,
                row.get(ORDERS.STATUS),
                currency,
                new Money(row.get(ORDERS.TOTAL_MINOR), currency).decimal(),
                new Money(row.get(ORDERS.SHIPPING_MINOR), currency).decimal(),
                new Money(row.get(ORDERS.REFUNDED_MINOR), currency).decimal(),
                row.get(ORDERS.PAYMENT_METHOD),
                row.get(CUSTOMER.ID));
    }

    private static @Nullable String named(Record row, String kind, FieldSight sight) {
        return row.get(SUBJECT.KIND).equals(kind) && sight.sees(kind) ? row.get(SUBJECT.VALUE) : null;
    }

    private static List<@Nullable Object> line(Record row) {
        var currency = row.get(ORDERS.CURRENCY);
        var name = row.get(PRODUCT.NAME);
        var shipping = row.get("shipping", Long.class);
        return Arrays.asList(
                row.get(ORDERS.EXTERNAL_ID),
                row.get(ORDER_LINE.LINE_NO),
                row.get("product"),
                name == null ? row.get(ORDER_LINE.DESCRIPTION) : name,
                row.get(PRODUCT.CATEGORY),
                row.get(PRODUCT.BRAND),
                row.get(ORDER_LINE.QUANTITY),
                new Money(row.get(ORDER_LINE.AMOUNT_MINOR), currency).decimal(),
                shipping == null ? null : new Money(shipping, currency).decimal());
    }

    private static List<@Nullable Object> payment(Record row) {
        var currency = row.get(ORDERS.CURRENCY);
        return Arrays.asList(
                row.get(ORDERS.EXTERNAL_ID),
                row.get(ORDER_PAYMENT.PAYMENT_NO),
                row.get(ORDER_PAYMENT.METHOD),
                new Money(row.get(ORDER_PAYMENT.AMOUNT_MINOR), currency).decimal());
    }
}
