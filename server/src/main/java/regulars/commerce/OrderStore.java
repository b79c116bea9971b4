package regulars.commerce;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.sum;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_STATUS;
import static schema.commerce.Tables.ORDER_STATUS_HISTORY;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import regulars.customers.Origin;
import regulars.kernel.Batch;
import regulars.kernel.Identities;
import regulars.kernel.Money;
import schema.commerce.tables.records.OrdersRecord;

/** Orders: the current row is a projection, the statuses they went through are appended. */
@Repository
class OrderStore {
    /** What sources tell of an order, and what follows from it. */
    static final List<Field<?>> TOLD = List.of(
            ORDERS.SUBJECT_NUMBER,
            ORDERS.PLACED_AT,
            ORDERS.DATE_ONLY,
            ORDERS.STATUS,
            ORDERS.CURRENCY,
            ORDERS.TOTAL_MINOR,
            ORDERS.SHIPPING_MINOR,
            ORDERS.REFUNDED_MINOR,
            ORDERS.REVENUE_MINOR,
            ORDERS.BASE_CURRENCY,
            ORDERS.BASE_RATE,
            ORDERS.REVENUE_BASE_MINOR,
            ORDERS.PAYMENT_METHOD);

    private final DSLContext dsl;

    OrderStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Set<String> countingStatuses() {
        return dsl.select(ORDER_STATUS.CODE)
                .from(ORDER_STATUS)
                .where(ORDER_STATUS.COUNTS)
                .fetchSet(ORDER_STATUS.CODE);
    }

    Map<String, OrderRow> find(int source, Collection<String> externalIds) {
        return dsl.selectFrom(ORDERS)
                .where(ORDERS.SOURCE_ID.eq(source))
                .and(ORDERS.EXTERNAL_ID.eq(any(externalIds.toArray(String[]::new))))
                .fetchMap(ORDERS.EXTERNAL_ID, OrderStore::row);
    }

    List<OrderRow> byNumber(Collection<Long> numbers) {
        return dsl.selectFrom(ORDERS)
                .where(ORDERS.NUMBER.eq(any(numbers.toArray(Long[]::new))))
                .fetch(OrderStore::row);
    }

    private static OrderRow row(OrdersRecord stored) {
        return new OrderRow(
                stored.getNumber(),
                stored.getId(),
                stored.getExternalId(),
                stored.getSubjectNumber(),
                stored.getPlacedAt(),
                stored.getDateOnly(),
                stored.getStatus(),
                stored.getCurrency(),
                stored.getTotalMinor(),
                stored.getShippingMinor(),
                stored.getRefundedMinor(),
                stored.getRevenueMinor(),
                stored.getBaseCurrency(),
                stored.getBaseRate(),
                stored.getRevenueBaseMinor(),
                stored.getPaymentMethod());
    }

    /** The numbers by external id. */
    Map<String, Long> add(Origin origin, List<OrderRow> rows, Instant now) {
        var given = Identities.next(dsl, ORDERS.NUMBER, rows.size());
        var numbers = new HashMap<String, Long>();
        for (int i = 0; i < given.length; i++) numbers.put(rows.get(i).externalId(), given[i]);
        input(rows)
                .column(ORDERS.NUMBER, row -> numbers.get(row.externalId()))
                .column(ORDERS.ID, OrderRow::id)
                .column(ORDERS.EXTERNAL_ID, OrderRow::externalId)
                .column(ORDERS.SOURCE_ID, row -> origin.sourceId())
                .column(ORDERS.IMPORT_ID, row -> origin.importId())
                .column(ORDERS.RECEIVED_AT, row -> now)
                .copyInto(dsl, ORDERS);
        log(rows, row -> Objects.requireNonNull(numbers.get(row.externalId())), OrderRow::placedAt, now);
        return numbers;
    }

    void update(List<OrderRow> rows) {
        if (rows.isEmpty()) return;
        var input = input(rows).column(ORDERS.NUMBER, OrderRow::number);
        dsl.update(ORDERS)
                .set(columns(input))
                .from(input.table())
                .where(ORDERS.NUMBER.eq(input.<Long>field("number")))
                .execute();
    }

    void logStatus(List<OrderRow> rows, Function<OrderRow, Instant> at, Instant now) {
        log(rows, OrderRow::number, at, now);
    }

    private void log(
            List<OrderRow> rows, Function<OrderRow, Long> number, Function<OrderRow, Instant> at, Instant now) {
        var history = ORDER_STATUS_HISTORY;
        Batch.of("input", rows)
                .column(history.ORDER_NUMBER, number)
                .column(history.STATUS, OrderRow::status)
                .column(history.AT, at)
                .column(history.RECORDED_AT, row -> now)
                .copyInto(dsl, history);
    }

    List<Money> totals(Collection<Long> numbers) {
        var total = sum(ORDERS.TOTAL_MINOR);
        return dsl.select(ORDERS.CURRENCY, total)
                .from(ORDERS)
                .where(among(numbers.stream().distinct().sorted().toArray(Long[]::new)))
                .groupBy(ORDERS.CURRENCY)
                .orderBy(ORDERS.CURRENCY)
                .fetch(row -> new Money(row.value2().longValueExact(), row.value1()));
    }

    /** Neighbours are asked for by the first and the last of them, which costs less than the list. */
    private static Condition among(Long[] sorted) {
        boolean neighbours = sorted.length > 0 && sorted[sorted.length - 1] - sorted[0] == sorted.length - 1;
        return neighbours ? ORDERS.NUMBER.between(sorted[0], sorted[sorted.length - 1]) : ORDERS.NUMBER.eq(any(sorted));
    }

    private static Batch<OrderRow> input(List<OrderRow> rows) {
        return Batch.of("input", rows)
                .column(ORDERS.SUBJECT_NUMBER, OrderRow::subjectNumber)
                .column(ORDERS.PLACED_AT, OrderRow::placedAt)
                .column(ORDERS.DATE_ONLY, OrderRow::dateOnly)
                .column(ORDERS.STATUS, OrderRow::status)
                .column(ORDERS.CURRENCY, OrderRow::currency)
                .column(ORDERS.TOTAL_MINOR, OrderRow::totalMinor)
                .column(ORDERS.SHIPPING_MINOR, OrderRow::shippingMinor)
                .column(ORDERS.REFUNDED_MINOR, OrderRow::refundedMinor)
                .column(ORDERS.REVENUE_MINOR, OrderRow::revenueMinor)
                .column(ORDERS.BASE_CURRENCY, OrderRow::baseCurrency)
                .column(ORDERS.BASE_RATE, OrderRow::baseRate)
                .column(ORDERS.REVENUE_BASE_MINOR, OrderRow::revenueBaseMinor)
                .column(ORDERS.PAYMENT_METHOD, OrderRow::paymentMethod);
    }

    private static Map<Field<?>, Field<?>> columns(Batch<OrderRow> input) {
        var columns = new LinkedHashMap<Field<?>, Field<?>>();
        for (Field<?> column : TOLD) {
            columns.put(column, input.field(column.getName()));
        }
        return columns;
    }
}
