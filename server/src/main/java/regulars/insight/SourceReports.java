package regulars.insight;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static schema.commerce.Tables.ORDERS;
import static schema.customers.Tables.CUSTOMER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.insight.SourceReport.SourceFigures;
import regulars.warehouse.Warehouse;

/** Puts all active customers together by where they came from, with what they bought in a period. */
@Service
class SourceReports {
    private static final int MOST = 200;
    private static final Field<Integer> BUYER = field(name("bought", "buyer"), SQLDataType.INTEGER);
    private static final Field<Integer> COUNT = field(name("bought", "order_count"), SQLDataType.INTEGER);
    private static final Field<Long> REVENUE = field(name("bought", "revenue"), SQLDataType.BIGINT);

    private final Warehouse warehouse;
    private final SchemeStore schemes;
    private final RecordSourceStore sources;
    private final InsightReader reader;

    SourceReports(Warehouse warehouse, SchemeStore schemes, RecordSourceStore sources, InsightReader reader) {
        this.warehouse = warehouse;
        this.schemes = schemes;
        this.sources = sources;
        this.reader = reader;
    }

    SourceReport report(SourceBy by, SourceTouch which, @Nullable Integer days) {
        InsightReader.period(days);
        var now = reader.now();
        var since = days == null ? Instant.EPOCH : reader.startOfDayAgo(days - 1L, now);
        var known = sources.all();
        var kinds = new TreeMap<Integer, String>();
        known.forEach((id, source) -> kinds.put(id, source.kind()));
        var touches = new SourceTouches(which, kinds);
        var all = warehouse.read(mirror -> figures(mirror, touches, touches.key(by), since, now));
        var named = by == SourceBy.RECORD
                ? all.stream().map(row -> named(row, known)).toList()
                : all;
        var shown = named.subList(0, Math.min(MOST, named.size()));
        return new SourceReport(now, days, total(all), shown, named.size() - shown.size());
    }

    private List<SourceFigures> figures(
            DSLContext mirror, SourceTouches touches, Field<String> key, Instant since, Instant now) {
        var bought = bought(since, now);
        var revenue = sum(coalesce(REVENUE, inline(0L)));
        return mirror.select(
                        key.as("key"),
                        count(),
                        count().filterWhere(CUSTOMER.CREATED_AT.ge(since)),
                        count(BUYER),
                        sum(coalesce(COUNT, inline(0))),
                        revenue)
                .from(CUSTOMER)
                .leftJoin(touches.table())
                .on(SourceTouches.PERSON.eq(CUSTOMER.NUMBER))
                .leftJoin(bought)
                .on(BUYER.eq(CUSTOMER.NUMBER))
                .where(CUSTOMER.STATE.eq("active"))
                .groupBy(inline(1))
                .orderBy(revenue.desc(), count().desc(), inline(1))
                .fetch(row -> new SourceFigures(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5().intValueExact(),
                        reader.money(Rfm.minor(row.value6()))));
    }

    private Table<?> bought(Instant since, Instant now) {
        var buyer = Warehouse.customer(ORDERS);
        return select(
                        buyer.as("buyer"),
                        count().cast(SQLDataType.INTEGER).as("order_count"),
                        sum(ORDERS.REVENUE_BASE_MINOR).cast(SQLDataType.BIGINT).as("revenue"))
                .from(ORDERS)
                .where(ORDERS.STATUS.in(schemes.countingStatuses()), buyer.isNotNull())
                .and(ORDERS.PLACED_AT.ge(since))
                .and(ORDERS.PLACED_AT.le(now))
                .groupBy(buyer)
                .asTable("bought");
    }

    private static SourceFigures named(SourceFigures row, Map<Integer, RecordSourceStore.RecordSource> known) {
        var source = row.key() == null ? null : known.get(Integer.valueOf(row.key()));
        var name = source == null ? null : source.name();
        return new SourceFigures(name, row.customers(), row.newcomers(), row.buyers(), row.orders(), row.revenue());
    }

    private SourceFigures total(List<SourceFigures> rows) {
        return new SourceFigures(
                null,
                rows.stream().mapToInt(SourceFigures::customers).sum(),
                rows.stream().mapToInt(SourceFigures::newcomers).sum(),
                rows.stream().mapToInt(SourceFigures::buyers).sum(),
                rows.stream().mapToInt(SourceFigures::orders).sum(),
                reader.money(
                        rows.stream().mapToLong(row -> row.revenue().minor()).sum()));
    }
}
