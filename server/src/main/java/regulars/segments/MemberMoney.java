package regulars.segments;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;
import static schema.commerce.Tables.ORDERS;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import regulars.warehouse.Warehouse;

/** What people ordered in a span of time, read once for any number of segments. Orders that count as revenue only. */
@Component
public class MemberMoney {
    private final Warehouse warehouse;
    private final CatalogueStore catalogues;

    MemberMoney(Warehouse warehouse, CatalogueStore catalogues) {
        this.warehouse = warehouse;
        this.catalogues = catalogues;
    }

    /**
     * Of everybody in the caller's sight.
     *
     * @param until not included
     */
    public Totals totals(Instant from, Instant until) {
        var statuses = catalogues.recent().countingStatuses();
        var customer = Warehouse.customer(ORDERS);
        return warehouse.read(mirror -> {
            var totals = new Totals();
            var query = mirror.select(
                            customer,
                            count().cast(SQLDataType.BIGINT),
                            sum(ORDERS.REVENUE_BASE_MINOR).cast(SQLDataType.BIGINT))
                    .from(ORDERS)
                    .where(
                            ORDERS.STATUS.in(statuses),
                            ORDERS.PLACED_AT.ge(from),
                            ORDERS.PLACED_AT.lt(until),
                            customer.isNotNull())
                    .groupBy(customer);
            try (var rows = query.fetchLazy().resultSet()) {
                while (rows != null && rows.next()) totals.add(rows.getInt(1), rows.getLong(2), rows.getLong(3));
            } catch (SQLException e) {
                throw new DataAccessException("the orders could not be read", e);
            }
            return totals;
        });
    }

    /** By customer number, which is dense. */
    public static final class Totals {
        private long[] orders = new long[1024];
        private long[] revenue = new long[1024];

        private void add(int customer, long count, long sum) {
            if (customer >= orders.length) {
                int size = Math.max(customer + 1, orders.length * 2);
                orders = Arrays.copyOf(orders, size);
                revenue = Arrays.copyOf(revenue, size);
            }
            orders[customer] = count;
            revenue[customer] = sum;
        }

        /** What these people ordered together. */
        public Sums of(RoaringBitmap people) {
            long[] sums = new long[3];
            people.forEach((int customer) -> {
                if (customer >= orders.length || orders[customer] == 0) return;
                sums[0]++;
                sums[1] += orders[customer];
                sums[2] += revenue[customer];
            });
            return new Sums(sums[0], sums[1], sums[2]);
        }
    }

    /** @param revenue in minor units of the organisation's currency */
    public record Sums(long buyers, long orders, long revenue) {}
}
