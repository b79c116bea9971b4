package regulars.duplicates;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static schema.commerce.Tables.ORDERS;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.warehouse.Warehouse;

/** Asks the mirror how valid, fresh and complete the base is. */
@Component
class QualityReader {
    private static final Field<Integer> OWNER = Warehouse.customer(CONTACT_POINT);
    private static final Condition ACTIVE = CUSTOMER.STATE.eq("active");

    private final Warehouse warehouse;

    QualityReader(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** @param kind {@code email} or {@code phone} */
    record StandingCount(String kind, AddressStanding standing, int addresses) {}

    /** @param reason as it was said when the address was marked */
    record InvalidCount(String kind, String reason, int addresses) {}

    record FilledCount(String field, int people) {}

    /**
     * What counts as fresh.
     *
     * @param aged what was confirmed before is aged
     * @param disposable domains whose mailboxes live for an hour
     */
    record Moment(Instant aged, List<String> disposable) {
        Moment {
            disposable = List.copyOf(disposable);
        }
    }

    int people() {
        return warehouse.read(db -> db.fetchCount(CUSTOMER, ACTIVE));
    }

    List<StandingCount> standings(Moment moment) {
        var standing = standing(moment).as("standing");
        return warehouse.read(db -> db.select(CONTACT_POINT.KIND, standing, count())
                .from(CONTACT_POINT)
                .where(addresses())
                .groupBy(CONTACT_POINT.KIND, field(name("standing")))
                .fetch(row -> new StandingCount(row.value1(), AddressStanding.valueOf(row.value2()), row.value3())));
    }

    List<InvalidCount> reasons() {
        return warehouse.read(db -> db.select(CONTACT_POINT.KIND, CONTACT_POINT.INVALID_REASON, count())
                .from(CONTACT_POINT)
                .where(addresses(), CONTACT_POINT.VALIDITY.eq("invalid"))
                .groupBy(CONTACT_POINT.KIND, CONTACT_POINT.INVALID_REASON)
                .orderBy(count().desc())
                .limit(20)
                .fetch(row ->
                        new InvalidCount(row.value1(), Objects.requireNonNullElse(row.value2(), ""), row.value3())));
    }

    List<FilledCount> filled() {
        return warehouse.read(db -> {
            var row = db.select(
                            count(nullif(CUSTOMER.FULL_NAME, "")).as("name"),
                            count(CUSTOMER.EMAIL).as("email"),
                            count(CUSTOMER.PHONE).as("phone"),
                            count(CUSTOMER.BIRTH_DATE).as("birthDate"),
                            count(CUSTOMER.CITY).as("city"),
                            count(CUSTOMER.LANGUAGE).as("language"))
                    .from(CUSTOMER)
                    .where(ACTIVE)
                    .fetchSingle();
            return row.fieldStream()
                    .map(field -> new FilledCount(field.getName(), row.get(field, Integer.class)))
                    .toList();
        });
    }

    int failing(QualityCheck check, Moment moment) {
        return warehouse.read(db -> db.fetchCount(people(check, moment)));
    }

    /** A page of them by number. */
    List<Integer> page(QualityCheck check, Moment moment, @Nullable Integer after, int limit) {
        return warehouse.read(db -> db.select(CUSTOMER.NUMBER)
                .from(CUSTOMER)
                .where(CUSTOMER.NUMBER.in(people(check, moment)))
                .and(CUSTOMER.NUMBER.gt(after == null ? 0 : after))
                .orderBy(CUSTOMER.NUMBER)
                .limit(limit)
                .fetch(CUSTOMER.NUMBER));
    }

    int[] all(QualityCheck check, Moment moment) {
        return warehouse.read(db -> db.fetch(people(check, moment)).stream()
                .mapToInt(Record1::value1)
                .toArray());
    }

    private static Select<Record1<Integer>> people(QualityCheck check, Moment moment) {
        var all = select(CUSTOMER.NUMBER).from(CUSTOMER).where(ACTIVE);
        return switch (check) {
            case UNREACHABLE -> all.and(CUSTOMER.EMAIL.isNull()).and(CUSTOMER.PHONE.isNull());
            case DISPOSABLE_EMAIL ->
                all.and(CUSTOMER.NUMBER.in(having("email", standing(moment).eq(AddressStanding.DISPOSABLE.name()))))
                        .and(CUSTOMER.NUMBER.notIn(
                                having("email", standing(moment).in("AGED", "GOOD"))));
            case AGED_EMAIL -> aged(all, "email", moment);
            case AGED_PHONE -> aged(all, "phone", moment);
            case STALE ->
                all.and(CUSTOMER.UPDATED_AT.lt(moment.aged()))
                        .and(CUSTOMER.NUMBER.notIn(select(OWNER)
                                .from(CONTACT_POINT)
                                .where(CONTACT_POINT.CONFIRMED_AT.ge(moment.aged()), OWNER.isNotNull())))
                        .and(CUSTOMER.NUMBER.notIn(select(Warehouse.customer(ORDERS))
                                .from(ORDERS)
                                .where(ORDERS.PLACED_AT.ge(moment.aged()))
                                .and(Warehouse.customer(ORDERS).isNotNull())));
        };
    }

    private static Select<Record1<Integer>> aged(
            SelectConditionStep<Record1<Integer>> all, String kind, Moment moment) {
        return all.and(CUSTOMER.NUMBER.in(having(kind, standing(moment).eq(AddressStanding.AGED.name()))))
                .and(CUSTOMER.NUMBER.notIn(having(kind, standing(moment).eq(AddressStanding.GOOD.name()))));
    }

    private static Select<Record1<Integer>> having(String kind, Condition condition) {
        return select(OWNER).from(CONTACT_POINT).where(addresses(), CONTACT_POINT.KIND.eq(kind), condition);
    }

    private static Condition addresses() {
        return CONTACT_POINT.KIND.in("email", "phone").and(OWNER.isNotNull());
    }

    private static Field<String> standing(Moment moment) {
        var domain = lower(field("split_part({0}, '@', -1)", SQLDataType.CLOB, CONTACT_POINT.NORMALISED));
        return when(CONTACT_POINT.VALIDITY.eq("invalid"), inline(AddressStanding.INVALID.name()))
                .when(
                        CONTACT_POINT.KIND.eq("email").and(domain.in(moment.disposable())),
                        inline(AddressStanding.DISPOSABLE.name()))
                .when(CONTACT_POINT.CONFIRMED_AT.lt(moment.aged()), inline(AddressStanding.AGED.name()))
                .otherwise(inline(AddressStanding.GOOD.name()));
    }
}
