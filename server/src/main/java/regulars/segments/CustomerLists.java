package regulars.segments;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.tryCast;
import static org.jooq.impl.DSL.val;
import static schema.customers.Tables.CUSTOMER;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.customers.CustomerSearch;
import regulars.customers.CustomerSummary;
import regulars.customers.Customers;
import regulars.customers.FieldRights;
import regulars.kernel.Fault;
import regulars.kernel.Slice;
import regulars.warehouse.Warehouse;

/** The customers that meet a rule and a search, as a list in any order, from a key onwards. */
@Service
class CustomerLists {
    private final RuleEngine engine;
    private final Warehouse warehouse;
    private final Customers customers;
    private final RuleSight sight;
    private final FieldRights rights;
    private final InstantSource clock;

    CustomerLists(
            RuleEngine engine,
            Warehouse warehouse,
            Customers customers,
            RuleSight sight,
            FieldRights rights,
            InstantSource clock) {
        this.sight = sight;
        this.rights = rights;
        this.engine = engine;
        this.warehouse = warehouse;
        this.customers = customers;
        this.clock = clock;
    }

    /** A place in the list. */
    private record Place(int number, @Nullable String key) {
        @Override
        public String toString() {
            return number + "~" + (key == null ? "" : "=" + key);
        }
    }

    Slice<CustomerSummary> page(CustomerListQuestion question, @Nullable String after, int size) {
        var from = after == null ? null : place(after);
        var places = question.plain() ? newest(from, size + 1) : places(question, from, size + 1);
        var page = Slice.of(places, size, Place::toString, Place::number);
        return new Slice<>(customers.summaries(page.items()), page.next());
    }

    int count(CustomerListQuestion question) {
        var among = among(question);
        return warehouse.read(mirror -> mirror.fetchCount(CUSTOMER, among));
    }

    /** Everybody's numbers in the order asked for: four megabytes a million. */
    int[] ordered(CustomerListQuestion question) {
        var among = among(question);
        return warehouse.read(mirror -> {
            var numbers = IntStream.builder();
            try (var rows = mirror.fetchLazy(in(mirror, question, among)).resultSet()) {
                while (rows != null && rows.next()) numbers.add(rows.getInt(1));
            } catch (SQLException e) {
                throw new DataAccessException("the list could not be read", e);
            }
            return numbers.build().toArray();
        });
    }

    /** Of these people those whom the caller may see, in no order. */
    int[] found(Collection<UUID> ids) {
        var chosen = CUSTOMER.STATE.eq("active").and(CUSTOMER.ID.in(ids));
        return warehouse.read(mirror -> mirror.select(CUSTOMER.NUMBER).from(CUSTOMER).where(chosen).fetch().stream()
                .mapToInt(row -> row.value1())
                .toArray());
    }

    private List<Place> newest(@Nullable Place from, int limit) {
        return customers.newest(from == null ? null : from.number, limit).stream()
                .map(number -> new Place(number, null))
                .toList();
    }

    private List<Place> places(CustomerListQuestion question, @Nullable Place from, int limit) {
        var among = among(question);
        var key = question.order().key();
        var beyond = from == null ? noCondition() : beyond(question, key, from);
        return warehouse.read(mirror -> read(mirror, question, among.and(beyond), limit));
    }

    private List<Place> read(DSLContext mirror, CustomerListQuestion question, Condition wanted, int limit) {
        return in(mirror, question, wanted).limit(limit).fetch(row -> new Place(row.value1(), row.value2()));
    }

    private SelectLimitStep<Record2<Integer, String>> in(
            DSLContext mirror, CustomerListQuestion question, Condition wanted) {
        var key = question.order().key();
        boolean down = question.descending();
        return mirror.select(CUSTOMER.NUMBER, key.cast(SQLDataType.VARCHAR))
                .from(people(question.order()))
                .where(wanted)
                .orderBy(
                        down ? key.desc().nullsLast() : key.asc().nullsLast(),
                        down ? CUSTOMER.NUMBER.desc() : CUSTOMER.NUMBER.asc());
    }

    private Table<?> people(CustomerOrder order) {
        if (!order.needsOrders()) return CUSTOMER;
        var bought = BuyerTotals.table(engine.context(clock.instant()));
        return CUSTOMER.leftJoin(bought).on(BuyerTotals.CUSTOMER.eq(CUSTOMER.NUMBER));
    }

    private Condition among(CustomerListQuestion question) {
        var rule = question.rule();
        var search = question.search();
        sight.require(rule);
        sight.require(question.order());
        var active = CUSTOMER.STATE.eq("active");
        var meeting = rule == null
                ? noCondition()
                : CUSTOMER.NUMBER.in(engine.checked(rule, clock.instant()).members(Scope.WHOLE_BASE));
        return active.and(meeting)
                .and(search == null ? noCondition() : CustomerSearch.mentions(search, rights.sight()));
    }

    private static <T> Condition beyond(CustomerListQuestion question, Field<T> key, Place from) {
        boolean down = question.descending();
        var further = down ? CUSTOMER.NUMBER.lt(from.number) : CUSTOMER.NUMBER.gt(from.number);
        if (from.key == null) return key.isNull().and(further);
        var last = tryCast(val(from.key), key.getDataType());
        var past = down ? key.lt(last) : key.gt(last);
        return past.or(key.eq(last).and(further)).or(key.isNull());
    }

    private static Place place(String after) {
        try {
            int split = after.indexOf('~');
            var key = after.substring(split + 1);
            return new Place(Integer.parseInt(after.substring(0, split)), key.isEmpty() ? null : key.substring(1));
        } catch (RuntimeException e) {
            throw new Fault(
                            SegmentsFault.SEGMENT_CURSOR_INVALID,
                            "'after' is not one that this list gave: leave it out to start anew.",
                            e)
                    .at("after", after);
        }
    }
}
