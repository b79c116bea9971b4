package regulars.insight;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static schema.commerce.Tables.ORDERS;
import static schema.customers.Tables.CUSTOMER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import regulars.warehouse.Warehouse;

/**
 * One row for each active customer who bought in the period: how often, for how much, when last. The same orders and the
 * same days as a rule about orders means, so that a cell and its segment hold the same people.
 *
 * @param periodDays today and so many days before it; null means ever
 */
record BuyerTable(
        List<String> statuses,
        Instant asOf,
        ZoneId zone,
        @Nullable Integer periodDays) {
    private static final String BUYERS = "buyers";
    static final Field<Integer> ORDER_COUNT = field(name(BUYERS, "order_count"), SQLDataType.INTEGER);
    static final Field<Long> REVENUE = field(name(BUYERS, "revenue"), SQLDataType.BIGINT);
    static final Field<Instant> LAST = field(name(BUYERS, "last_placed"), SQLDataType.INSTANT);
    /** Rounded down to whole minor units. */
    static final Field<Long> AVERAGE =
            field("cast(floor({0} / {1}) as bigint)", SQLDataType.BIGINT, REVENUE, ORDER_COUNT);

    LocalDate today() {
        return asOf.atZone(zone).toLocalDate();
    }

    Instant startOfDayAgo(long days) {
        return today().minusDays(days).atStartOfDay(zone).toInstant();
    }

    Table<?> table() {
        var customer = Warehouse.customer(ORDERS);
        var totals = select(
                        customer.as("customer"),
                        count().cast(SQLDataType.INTEGER).as("order_count"),
                        sum(ORDERS.REVENUE_BASE_MINOR).cast(SQLDataType.BIGINT).as("revenue"),
                        max(ORDERS.PLACED_AT).as("last_placed"))
                .from(ORDERS)
                .where(ORDERS.STATUS.in(statuses), ORDERS.PLACED_AT.le(asOf), inPeriod(), customer.isNotNull())
                .groupBy(customer)
                .asTable("totals");
        var active = field(name("totals", "customer"), SQLDataType.INTEGER)
                .in(select(CUSTOMER.NUMBER).from(CUSTOMER).where(CUSTOMER.STATE.eq("active")));
        return select().from(totals).where(active).asTable(BUYERS);
    }

    int size(DSLContext mirror) {
        return mirror.fetchSingle(select(count()).from(table())).value1();
    }

    /** How many of the tops a value is above. */
    static Field<Integer> above(List<Condition> tops) {
        return tops.stream()
                .<Field<Integer>>map(top -> when(top, inline(1)).otherwise(inline(0)))
                .reduce(inline(0), Field::plus);
    }

    /** The largest values of the lower of so many equally large groups: the value of rank {@code ceil(i n / groups)}. */
    <T> List<T> tops(DSLContext mirror, Field<T> value, boolean descending, int groups) {
        int size = size(mirror);
        if (size == 0) return List.of();
        var place = rowNumber()
                .over()
                .orderBy(descending ? value.desc() : value.asc())
                .as("place");
        var ranked = select(value.as("value"), place).from(table()).asTable("ranked");
        var ranks = IntStream.range(1, groups)
                .mapToObj(group -> (int) Math.ceilDiv((long) group * size, groups))
                .toList();
        var found = mirror.select(
                        field(name("ranked", "place"), SQLDataType.INTEGER),
                        field(name("ranked", "value"), value.getDataType()))
                .from(ranked)
                .where(field(name("ranked", "place"), SQLDataType.INTEGER).in(ranks))
                .fetchMap(row -> row.value1(), row -> row.value2());
        return ranks.stream().map(found::get).toList();
    }

    private Condition inPeriod() {
        return periodDays == null ? noCondition() : ORDERS.PLACED_AT.ge(startOfDayAgo(periodDays));
    }
}
