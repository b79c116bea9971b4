package regulars.commerce;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.ORDER_STATUS;
import static schema.commerce.Tables.PRODUCT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import regulars.commerce.OrderView.OrderLineView;
import regulars.customers.TimelineQuestion;
import regulars.kernel.Money;
import regulars.kernel.Sights;

/** Reads the orders of a few customers by key. */
@Repository
class OrderReadStore {
    private static final TimelineQuestion.Source<UUID> ENTRIES =
            new TimelineQuestion.Source<>(ORDERS, ORDERS.SUBJECT_NUMBER, ORDERS.PLACED_AT, ORDERS.ID);

    private final DSLContext dsl;
    private final Sights sights;

    OrderReadStore(DSLContext dsl, Sights sights) {
        this.dsl = dsl;
        this.sights = sights;
    }

    /** What a list shows of a customer's buying; revenue in the organisation's currency. */
    record Totals(UUID customerId, int orders, long revenueMinor, Instant lastOrderAt) {}

    List<Totals> totals(Collection<UUID> customers) {
        var revenue = sum(ORDERS.REVENUE_BASE_MINOR);
        return dsl.select(CUSTOMER.ID, count(), revenue, max(ORDERS.PLACED_AT))
                .from(CUSTOMER)
                .join(SUBJECT_LINK)
                .on(SUBJECT_LINK.CUSTOMER_NUMBER.eq(CUSTOMER.NUMBER))
                .join(ORDERS)
                .on(ORDERS.SUBJECT_NUMBER.eq(SUBJECT_LINK.SUBJECT_NUMBER))
                .join(ORDER_STATUS)
                .on(ORDER_STATUS.CODE.eq(ORDERS.STATUS))
                .where(CUSTOMER.ID.eq(DSL.any(customers.toArray(UUID[]::new))))
                .and(ORDER_STATUS.COUNTS)
                .and(sights.current().admits(CUSTOMER.OWNER_ID))
                .groupBy(CUSTOMER.ID)
                .fetch(row ->
                        new Totals(row.value1(), row.value2(), row.value3().longValueExact(), row.value4()));
    }

    /** The latest orders with their lines, two statements. */
    List<OrderView> latest(TimelineQuestion question) {
        var text = question.text();
        var newest = question.newest(ENTRIES, text == null ? DSL.noCondition() : mentions(text));
        return read(
                newest,
                question.limit(),
                ORDERS.PLACED_AT.desc(),
                ORDERS.ID.cast(VARCHAR).collate("C").asc());
    }

    /** The order, which exists. */
    OrderView one(UUID id) {
        return read(ORDERS.ID.eq(id), 1, ORDERS.NUMBER.asc()).getFirst();
    }

    private List<OrderView> read(Condition wanted, int limit, SortField<?>... order) {
        var orders = dsl.select(ORDERS.fields())
                .select(ORDER_STATUS.COUNTS)
                .from(ORDERS)
                .join(ORDER_STATUS)
                .on(ORDER_STATUS.CODE.eq(ORDERS.STATUS))
                .where(wanted)
                .orderBy(order)
                .limit(limit)
                .fetch();
        var lines = lines(orders.getValues(ORDERS.NUMBER));
        return orders.map(row -> view(row, lines.getOrDefault(row.get(ORDERS.NUMBER), List.of())));
    }

    private static Condition mentions(String text) {
        var bought = DSL.selectOne()
                .from(ORDER_LINE)
                .leftJoin(PRODUCT)
                .on(PRODUCT.NUMBER.eq(ORDER_LINE.PRODUCT_NUMBER))
                .where(ORDER_LINE.ORDER_NUMBER.eq(ORDERS.NUMBER))
                .and(PRODUCT.NAME.containsIgnoreCase(text).or(ORDER_LINE.DESCRIPTION.containsIgnoreCase(text)));
        return ORDERS.EXTERNAL_ID
                .containsIgnoreCase(text)
                .or(ORDERS.STATUS.containsIgnoreCase(text))
                .orExists(bought);
    }

    private Map<Long, List<Record>> lines(Collection<Long> orders) {
        return dsl.select(ORDER_LINE.fields())
                .select(PRODUCT.NAME, PRODUCT.CATEGORY)
                .from(ORDER_LINE)
                .leftJoin(PRODUCT)
                .on(PRODUCT.NUMBER.eq(ORDER_LINE.PRODUCT_NUMBER))
                .where(ORDER_LINE.ORDER_NUMBER.eq(DSL.any(orders.toArray(Long[]::new))))
                .orderBy(ORDER_LINE.LINE_NO)
                .fetchGroups(ORDER_LINE.ORDER_NUMBER, row -> (Record) row);
    }

    private static OrderView view(Record row, List<Record> lines) {
        var currency = row.get(ORDERS.CURRENCY);
        return new OrderView(
                row.get(ORDERS.ID),
                row.get(ORDERS.EXTERNAL_ID),
                row.get(ORDERS.PLACED_AT),
                row.get(ORDERS.DATE_ONLY),
                row.get(ORDERS.STATUS),
                row.get(ORDER_STATUS.COUNTS),
                new Money(row.get(ORDERS.TOTAL_MINOR), currency),
                new Money(row.get(ORDERS.REFUNDED_MINOR), currency),
                new Money(row.get(ORDERS.REVENUE_MINOR), currency),
                row.get(ORDERS.PAYMENT_METHOD),
                lines.stream().map(line -> line(line, currency)).toList());
    }

    private static OrderLineView line(Record line, String currency) {
        var name = line.get(PRODUCT.NAME);
        return new OrderLineView(
                line.get(ORDER_LINE.LINE_NO),
                name == null ? line.get(ORDER_LINE.DESCRIPTION) : name,
                line.get(PRODUCT.CATEGORY),
                line.get(ORDER_LINE.QUANTITY),
                new Money(line.get(ORDER_LINE.AMOUNT_MINOR), currency));
    }
}
