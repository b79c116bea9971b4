package regulars.commerce;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_STATUS;
import static schema.commerce.Tables.ORDER_STATUS_HISTORY;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import regulars.customers.Origin;
import regulars.kernel.Batch;
import regulars.kernel.Money;
import schema.commerce.tables.records.OrdersRecord;

/** Orders: the current row is a projection, the statuses they went through are appended. */
@Repository
class OrderStore {
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
        var input = input(rows);
        var columns = columns(input);
        columns.put(ORDERS.ID, input.field("id"));
        columns.put(ORDERS.EXTERNAL_ID, input.field("external_id"));
        columns.put(ORDERS.SOURCE_ID, val(origin.sourceId()));
        columns.put(ORDERS.IMPORT_ID, val(origin.importId()));
        columns.put(ORDERS.RECEIVED_AT, val(now));
        var numbers = dsl.insertInto(ORDERS, columns.keySet())
                .select(select(columns.values()).from(input.table()))
                .returningResult(ORDERS.EXTERNAL_ID, ORDERS.NUMBER)
                .fetchMap(ORDERS.EXTERNAL_ID, ORDERS.NUMBER);
        log(
                Batch.of("input", rows)
                        .column("number", BIGINT, row -> numbers.get(row.externalId()))
                        .column("status", VARCHAR, OrderRow::status)
                        .column("at", INSTANT, OrderRow::placedAt),
                now);
        return numbers;
    }

    void update(List<OrderRow> rows) {
        if (rows.isEmpty()) return;
        var input = input(rows).column("number", BIGINT, OrderRow::number);
        dsl.update(ORDERS)
                .set(columns(input))
                .from(input.table())
                .where(ORDERS.NUMBER.eq(input.<Long>field("number")))
                .execute();
    }

    void logStatus(List<OrderRow> rows, Function<OrderRow, Instant> at, Instant now) {
        if (rows.isEmpty()) return;
        log(
                Batch.of("input", rows)
                        .column("number", BIGINT, OrderRow::number)
                        .column("status", VARCHAR, OrderRow::status)
                        .column("at", INSTANT, at),
                now);
    }

    private void log(Batch<OrderRow> input, Instant now) {
        var history = ORDER_STATUS_HISTORY;
        dsl.insertInto(history, history.ORDER_NUMBER, history.STATUS, history.AT, history.RECORDED_AT)
                .select(select(
                                input.<Long>field("number"),
                                input.<String>field("status"),
                                input.<Instant>field("at"),
                                val(now))
                        .from(input.table()))
                .execute();
    }

    List<Money> totals(Collection<Long> numbers) {
        var total = sum(ORDERS.TOTAL_MINOR);
        return dsl.select(ORDERS.CURRENCY, total)
                .from(ORDERS)
                .where(ORDERS.NUMBER.eq(any(numbers.toArray(Long[]::new))))
                .groupBy(ORDERS.CURRENCY)
                .orderBy(ORDERS.CURRENCY)
                .fetch(row -> new Money(row.value2().longValueExact(), row.value1()));
    }

    private static Batch<OrderRow> input(List<OrderRow> rows) {
        return Batch.of("input", rows)
                .column("id", UUID, OrderRow::id)
                .column("external_id", VARCHAR, OrderRow::externalId)
                .column("subject_number", BIGINT, OrderRow::subjectNumber)
                .column("placed_at", INSTANT, OrderRow::placedAt)
                .column("date_only", BOOLEAN, OrderRow::dateOnly)
                .column("status", VARCHAR, OrderRow::status)
                .column("currency", VARCHAR, OrderRow::currency)
                .column("total_minor", BIGINT, OrderRow::totalMinor)
                .column("shipping_minor", BIGINT, OrderRow::shippingMinor)
                .column("refunded_minor", BIGINT, OrderRow::refundedMinor)
                .column("revenue_minor", BIGINT, OrderRow::revenueMinor)
                .column("base_currency", VARCHAR, OrderRow::baseCurrency)
                .column("base_rate", NUMERIC, OrderRow::baseRate)
                .column("revenue_base_minor", BIGINT, OrderRow::revenueBaseMinor)
                .column("payment_method", VARCHAR, OrderRow::paymentMethod);
    }

    private static Map<Field<?>, Field<?>> columns(Batch<OrderRow> input) {
        var columns = new LinkedHashMap<Field<?>, Field<?>>();
        for (Field<?> column : List.of(
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
                ORDERS.PAYMENT_METHOD)) {
            columns.put(column, input.field(column.getName()));
        }
        return columns;
    }
}
