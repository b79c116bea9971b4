package regulars.commerce;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.ORDER_REFUND;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.commerce.IncomingOrder.IncomingLine;
import regulars.kernel.Batch;

/** What orders are made of, and what of it was given back. */
@Repository
class LineStore {
    private final DSLContext dsl;

    LineStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    record Line(long order, IncomingLine given, Map<String, Long> products) {
        private @Nullable Long product() {
            var mentioned = given.product();
            return mentioned == null ? null : products.get(mentioned.externalId());
        }
    }

    record Refund(long order, long amountMinor, Instant at) {}

    /** Tells the orders that have lines which are new or not what they were. */
    Set<Long> write(List<Line> lines) {
        if (lines.isEmpty()) return Set.of();
        var input = Batch.of("input", lines)
                .column("order_number", BIGINT, Line::order)
                .column("line_no", INTEGER, line -> line.given.lineNo())
                .column("product", BIGINT, Line::product)
                .column("description", VARCHAR, line -> line.given.description())
                .column("quantity", NUMERIC, line -> line.given.quantity())
                .column("amount", BIGINT, line -> line.given.amountMinor());
        return dsl.insertInto(
                        ORDER_LINE,
                        ORDER_LINE.ORDER_NUMBER,
                        ORDER_LINE.LINE_NO,
                        ORDER_LINE.PRODUCT_NUMBER,
                        ORDER_LINE.DESCRIPTION,
                        ORDER_LINE.QUANTITY,
                        ORDER_LINE.AMOUNT_MINOR)
                .select(select(
                                input.<Long>field("order_number"),
                                input.<Integer>field("line_no"),
                                input.<Long>field("product"),
                                input.<String>field("description"),
                                input.<BigDecimal>field("quantity"),
                                input.<Long>field("amount"))
                        .from(input.table()))
                .onConflict(ORDER_LINE.ORDER_NUMBER, ORDER_LINE.LINE_NO)
                .doUpdate()
                .set(ORDER_LINE.PRODUCT_NUMBER, excluded(ORDER_LINE.PRODUCT_NUMBER))
                .set(ORDER_LINE.DESCRIPTION, excluded(ORDER_LINE.DESCRIPTION))
                .set(ORDER_LINE.QUANTITY, excluded(ORDER_LINE.QUANTITY))
                .set(ORDER_LINE.AMOUNT_MINOR, excluded(ORDER_LINE.AMOUNT_MINOR))
                .where(row(
                                ORDER_LINE.PRODUCT_NUMBER,
                                ORDER_LINE.DESCRIPTION,
                                ORDER_LINE.QUANTITY,
                                ORDER_LINE.AMOUNT_MINOR)
                        .isDistinctFrom(row(
                                excluded(ORDER_LINE.PRODUCT_NUMBER),
                                excluded(ORDER_LINE.DESCRIPTION),
                                excluded(ORDER_LINE.QUANTITY),
                                excluded(ORDER_LINE.AMOUNT_MINOR))))
                .returningResult(ORDER_LINE.ORDER_NUMBER)
                .fetchSet(ORDER_LINE.ORDER_NUMBER);
    }

    /** One sum refunded an order, as files tell it; tells the orders where it is new or another. */
    Set<Long> writeRefunds(List<Refund> refunds) {
        if (refunds.isEmpty()) return Set.of();
        var input = Batch.of("input", refunds)
                .column("order_number", BIGINT, Refund::order)
                .column("amount", BIGINT, Refund::amountMinor)
                .column("at", INSTANT, Refund::at);
        return dsl.insertInto(
                        ORDER_REFUND,
                        ORDER_REFUND.ORDER_NUMBER,
                        ORDER_REFUND.EXTERNAL_ID,
                        ORDER_REFUND.AMOUNT_MINOR,
                        ORDER_REFUND.REFUNDED_AT)
                .select(select(
                                input.<Long>field("order_number"),
                                inline("import"),
                                input.<Long>field("amount"),
                                input.<Instant>field("at"))
                        .from(input.table()))
                .onConflict(ORDER_REFUND.ORDER_NUMBER, ORDER_REFUND.EXTERNAL_ID)
                .doUpdate()
                .set(ORDER_REFUND.AMOUNT_MINOR, excluded(ORDER_REFUND.AMOUNT_MINOR))
                .where(ORDER_REFUND.AMOUNT_MINOR.ne(excluded(ORDER_REFUND.AMOUNT_MINOR)))
                .returningResult(ORDER_REFUND.ORDER_NUMBER)
                .fetchSet(ORDER_REFUND.ORDER_NUMBER);
    }

    /** What all the lines of each order come to. */
    Map<Long, Long> sums(Collection<Long> orders) {
        var sums = new HashMap<Long, Long>();
        if (orders.isEmpty()) return sums;
        dsl.select(ORDER_LINE.ORDER_NUMBER, sum(ORDER_LINE.AMOUNT_MINOR))
                .from(ORDER_LINE)
                .where(ORDER_LINE.ORDER_NUMBER.eq(any(orders.toArray(Long[]::new))))
                .groupBy(ORDER_LINE.ORDER_NUMBER)
                .forEach(row -> sums.put(row.value1(), row.value2().longValueExact()));
        return sums;
    }
}
