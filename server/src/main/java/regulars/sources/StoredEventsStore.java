package regulars.sources;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static schema.collect.Tables.EVENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.access.Organisations;
import regulars.customers.Customers;
import regulars.warehouse.Warehouse;

/** Looks for stored events on the mirror, which has all of them in columns. */
@Repository
class StoredEventsStore {
    private final Warehouse warehouse;
    private final Customers customers;
    private final Organisations organisations;

    StoredEventsStore(Warehouse warehouse, Customers customers, Organisations organisations) {
        this.warehouse = warehouse;
        this.organisations = organisations;
        this.customers = customers;
    }

    /**
     * What a question finds.
     *
     * @param people how many known customers they are about
     * @param upTo the number of the last one, to be sent along with what is to be done; null when there is none
     * @param types the most frequent first
     */
    record StoredEventsFound(
            long events,
            long people,
            @Nullable Instant first,
            @Nullable Instant last,
            @Nullable Long upTo,
            List<EventTypeCount> types,
            List<String> sources) {}

    record EventTypeCount(String type, long count) {}

    StoredEventsFound find(StoredEventsQuestion question) {
        var which = condition(question);
        return warehouse.read(db -> {
            var types = db.select(EVENT.TYPE, count())
                    .from(EVENT)
                    .where(which)
                    .groupBy(EVENT.TYPE)
                    .orderBy(count().desc(), EVENT.TYPE)
                    .fetch(row -> new EventTypeCount(row.value1(), row.value2()));
            var sources = db.selectDistinct(EVENT.SOURCE)
                    .from(EVENT)
                    .where(which)
                    .orderBy(EVENT.SOURCE)
                    .fetch(EVENT.SOURCE);
            return db.select(
                            countDistinct(Warehouse.customer(EVENT)),
                            min(EVENT.OCCURRED_AT),
                            max(EVENT.OCCURRED_AT),
                            max(EVENT.NUMBER))
                    .from(EVENT)
                    .where(which)
                    .fetchSingle(row -> new StoredEventsFound(
                            types.stream().mapToLong(EventTypeCount::count).sum(),
                            row.value1(),
                            row.value2(),
                            row.value3(),
                            row.value4(),
                            types,
                            sources));
        });
    }

    long countOf(Condition which) {
        return warehouse.readWhole(
                db -> db.selectCount().from(EVENT).where(which).fetchSingle().value1());
    }

    /** Numbers after the given one, in order. */
    List<Long> next(Condition which, long after, int limit) {
        return warehouse.readWhole(db -> db.select(EVENT.NUMBER)
                .from(EVENT)
                .where(which)
                .and(EVENT.NUMBER.gt(after))
                .orderBy(EVENT.NUMBER)
                .limit(limit)
                .fetch(EVENT.NUMBER));
    }

    Condition condition(StoredEventsQuestion question) {
        var parts = new ArrayList<Condition>();
        if (question.type() != null) parts.add(EVENT.TYPE.eq(question.type()));
        if (question.source() != null) parts.add(EVENT.SOURCE.eq(question.source()));
        var from = question.from();
        if (from != null) parts.add(EVENT.OCCURRED_AT.ge(start(from)));
        var to = question.to();
        if (to != null) parts.add(EVENT.OCCURRED_AT.lt(start(to.plusDays(1))));
        if (question.upTo() != null) parts.add(EVENT.NUMBER.le(question.upTo()));
        if (question.customer() != null) {
            parts.add(Warehouse.customer(EVENT)
                    .eq(customers.find(question.customer()).number()));
        }
        return and(parts);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(organisations.get().zone()).toInstant();
    }

    /** What happened too long ago by a rule. */
    static Condition expired(List<String> types, boolean others, Instant before) {
        var type = others ? EVENT.TYPE.notIn(types) : EVENT.TYPE.in(types);
        return type.and(EVENT.OCCURRED_AT.lt(before));
    }
}
