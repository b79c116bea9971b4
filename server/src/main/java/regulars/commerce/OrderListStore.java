package regulars.commerce;

import static org.jooq.impl.DSL.noCondition;
import static schema.commerce.Tables.ORDERS;
import static schema.customers.Tables.CUSTOMER;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.kernel.Fault;
import regulars.kernel.Money;
import regulars.warehouse.Warehouse;

/** Looks through all orders, so on the mirror; the latest first. */
@Repository
class OrderListStore {
    private final Warehouse warehouse;

    OrderListStore(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** The last order of a page: the next page begins right after it. */
    record Place(Instant placedAt, long number) {
        static Place parse(String after) {
            try {
                int split = after.indexOf('~');
                return new Place(Instant.parse(after.substring(0, split)), Long.parseLong(after.substring(split + 1)));
            } catch (RuntimeException e) {
                throw new Fault(
                                CommerceFault.ORDER_CURSOR_INVALID,
                                "'after' is not one that this list gave: leave it out to start anew.",
                                e)
                        .at("after", after);
            }
        }

        private Condition beyond() {
            return ORDERS.PLACED_AT
                    .lt(placedAt)
                    .or(ORDERS.PLACED_AT.eq(placedAt).and(ORDERS.NUMBER.lt(number)));
        }

        @Override
        public String toString() {
            return placedAt + "~" + number;
        }
    }

    /** A row with its place. */
    record Row(Place place, OrderListItem item) {}

    List<Row> page(WantedOrders wanted, @Nullable Place after, int limit) {
        return warehouse.read(mirror -> mirror.select(ORDERS.fields())
                .select(CUSTOMER.ID, CUSTOMER.FULL_NAME)
                .from(orders())
                .where(wanted.condition(), after == null ? noCondition() : after.beyond())
                .orderBy(ORDERS.PLACED_AT.desc(), ORDERS.NUMBER.desc())
                .limit(limit)
                .fetch(OrderListStore::row));
    }

    /** The numbers of them all: eight megabytes a million. */
    long[] numbers(WantedOrders wanted) {
        return warehouse.read(mirror -> read(mirror, wanted));
    }

    private static long[] read(DSLContext mirror, WantedOrders wanted) {
        var numbers = LongStream.builder();
        Select<?> query = mirror.select(ORDERS.NUMBER)
                .from(orders())
                .where(wanted.condition())
                .orderBy(ORDERS.PLACED_AT.desc(), ORDERS.NUMBER.desc());
        try (var rows = mirror.fetchLazy(query).resultSet()) {
            while (rows != null && rows.next()) numbers.add(rows.getLong(1));
        } catch (SQLException e) {
            throw new DataAccessException("the orders could not be read", e);
        }
        return numbers.build().toArray();
    }

    private static Table<?> orders() {
        return ORDERS.leftJoin(CUSTOMER)
                .on(CUSTOMER.NUMBER.eq(Warehouse.customer(ORDERS)), CUSTOMER.STATE.eq("active"));
    }

    private static Row row(Record row) {
        var currency = row.get(ORDERS.CURRENCY);
        var item = new OrderListItem(
                row.get(ORDERS.ID),
                row.get(ORDERS.EXTERNAL_ID),
                row.get(ORDERS.PLACED_AT),
                row.get(ORDERS.DATE_ONLY),
                row.get(ORDERS.STATUS),
                new Money(row.get(ORDERS.TOTAL_MINOR), currency),
                new Money(row.get(ORDERS.REVENUE_MINOR), currency),
                row.get(CUSTOMER.ID),
                row.get(CUSTOMER.FULL_NAME));
        return new Row(new Place(row.get(ORDERS.PLACED_AT), row.get(ORDERS.NUMBER)), item);
    }
}
