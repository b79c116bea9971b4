package regulars.customers;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static schema.customers.Tables.COMPANY;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.CUSTOM_OBJECT;
import static schema.customers.Tables.OBJECT_LINK;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.customers.ObjectView.ObjectOwner;
import regulars.kernel.Sights;
import schema.customers.tables.records.CustomObjectRecord;

/** Objects and whose they are. An object is seen by whoever sees its customer or its company. */
@Repository
class ObjectStore {
    private static final int OBJECTS_LOCK = 0x4f626a;

    private final DSLContext dsl;
    private final Sights sights;

    ObjectStore(DSLContext dsl, Sights sights) {
        this.dsl = dsl;
        this.sights = sights;
    }

    /** Until the transaction ends nobody else adds or changes objects of the type. */
    void oneWriterAtATime(int type) {
        dsl.query("select pg_advisory_xact_lock({0}, {1})", val(OBJECTS_LOCK), val(type))
                .execute();
    }

    CustomObjectRecord fresh() {
        return dsl.newRecord(CUSTOM_OBJECT);
    }

    /** A deleted one too. */
    Optional<CustomObjectRecord> find(UUID id) {
        return dsl.selectFrom(CUSTOM_OBJECT)
                .where(CUSTOM_OBJECT.ID.eq(id), seen())
                .fetchOptional();
    }

    /** Out of sight too, but none that is deleted. */
    Optional<CustomObjectRecord> holder(int type, String key) {
        return dsl.selectFrom(CUSTOM_OBJECT)
                .where(CUSTOM_OBJECT.TYPE_ID.eq(type), CUSTOM_OBJECT.KEY.eq(key), CUSTOM_OBJECT.DELETED_AT.isNull())
                .fetchOptional();
    }

    List<CustomObjectRecord> page(ObjectQuestion question, int limit) {
        return dsl.selectFrom(CUSTOM_OBJECT)
                .where(CUSTOM_OBJECT.TYPE_ID.eq(question.type()), CUSTOM_OBJECT.DELETED_AT.isNull(), seen())
                .and(of(question.owner()))
                .and(matches(question))
                .and(reached(question))
                .orderBy(order(question.order()))
                .limit(limit)
                .fetch();
    }

    private static List<OrderField<?>> order(ObjectQuestion.Order order) {
        return switch (order) {
            case NEWEST -> List.of(CUSTOM_OBJECT.NUMBER.desc());
            case CHANGED -> List.of(CUSTOM_OBJECT.UPDATED_AT.desc(), CUSTOM_OBJECT.NUMBER.desc());
            case TITLE -> List.of(lower(CUSTOM_OBJECT.TITLE), CUSTOM_OBJECT.NUMBER);
        };
    }

    /** What comes after the last object of the page before, by what that one says now. */
    private static Condition reached(ObjectQuestion question) {
        var after = question.after();
        if (after == null) return noCondition();
        var last = CUSTOM_OBJECT.as("last");
        var title = select(lower(last.TITLE), last.NUMBER).from(last).where(last.NUMBER.eq(after));
        var changed = select(last.UPDATED_AT, last.NUMBER).from(last).where(last.NUMBER.eq(after));
        return switch (question.order()) {
            case NEWEST -> CUSTOM_OBJECT.NUMBER.lt(after);
            case CHANGED -> row(CUSTOM_OBJECT.UPDATED_AT, CUSTOM_OBJECT.NUMBER).lt(changed);
            case TITLE -> row(lower(CUSTOM_OBJECT.TITLE), CUSTOM_OBJECT.NUMBER).gt(title);
        };
    }

    private static Condition of(ObjectQuestion.@Nullable Owner owner) {
        if (owner == null) return noCondition();
        return linked(
                switch (owner.kind()) {
                    case CUSTOMER -> OBJECT_LINK.SUBJECT_NUMBER.in(subjectsOf(owner.number()));
                    case COMPANY -> OBJECT_LINK.COMPANY_NUMBER.eq(owner.number());
                });
    }

    private static Condition matches(ObjectQuestion question) {
        var search = question.search();
        if (search == null) return noCondition();
        var text = search.strip().toLowerCase(Locale.ROOT);
        var titled =
                question.titles() ? CompanyStore.mentions(CUSTOM_OBJECT.TITLE, text) : CUSTOM_OBJECT.KEY.eq(search);
        return titled.or(CompanyStore.mentions(CUSTOM_OBJECT.KEY, text))
                .or(linked(OBJECT_LINK
                        .SUBJECT_NUMBER
                        .in(subjectsOf(CompanyStore.mentions(CUSTOMER.FULL_NAME, text)))
                        .or(OBJECT_LINK.COMPANY_NUMBER.in(select(COMPANY.NUMBER)
                                .from(COMPANY)
                                .where(CompanyStore.mentions(COMPANY.NAME, text))))));
    }

    private Condition seen() {
        var sight = sights.current();
        return linked(OBJECT_LINK
                .SUBJECT_NUMBER
                .in(subjectsOf(sight.admits(CUSTOMER.OWNER_ID)))
                .or(OBJECT_LINK.COMPANY_NUMBER.in(select(COMPANY.NUMBER)
                        .from(COMPANY)
                        .where(COMPANY.DELETED_AT.isNull(), sight.admits(COMPANY.OWNER_ID)))));
    }

    private static Condition linked(Condition link) {
        return exists(selectOne()
                .from(OBJECT_LINK)
                .where(OBJECT_LINK.OBJECT_NUMBER.eq(CUSTOM_OBJECT.NUMBER))
                .and(link));
    }

    private static Select<Record1<Long>> subjectsOf(Condition customers) {
        return select(SUBJECT_LINK.SUBJECT_NUMBER)
                .from(SUBJECT_LINK)
                .join(CUSTOMER)
                .on(CUSTOMER.NUMBER.eq(SUBJECT_LINK.CUSTOMER_NUMBER))
                .where(CUSTOMER.STATE.eq("active"), customers);
    }

    private static Select<Record1<Long>> subjectsOf(int customer) {
        return select(SUBJECT_LINK.SUBJECT_NUMBER).from(SUBJECT_LINK).where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(customer));
    }

    /** Whose each of the objects is, of the owners in sight. */
    Map<Long, ObjectOwner> owners(Collection<Long> objects) {
        var sight = sights.current();
        var owners = new HashMap<Long, ObjectOwner>();
        dsl.select(OBJECT_LINK.OBJECT_NUMBER, CUSTOMER.ID, CUSTOMER.FULL_NAME)
                .from(OBJECT_LINK)
                .join(SUBJECT_LINK)
                .on(SUBJECT_LINK.SUBJECT_NUMBER.eq(OBJECT_LINK.SUBJECT_NUMBER))
                .join(CUSTOMER)
                .on(CUSTOMER.NUMBER.eq(SUBJECT_LINK.CUSTOMER_NUMBER))
                .where(OBJECT_LINK.OBJECT_NUMBER.in(objects), CUSTOMER.STATE.eq("active"))
                .and(sight.admits(CUSTOMER.OWNER_ID))
                .orderBy(OBJECT_LINK.ID.desc())
                .forEach(one -> owners.put(
                        one.value1(), new ObjectOwner(ObjectOwnerKind.CUSTOMER, one.value2(), one.value3())));
        dsl.select(OBJECT_LINK.OBJECT_NUMBER, COMPANY.ID, COMPANY.NAME)
                .from(OBJECT_LINK)
                .join(COMPANY)
                .on(COMPANY.NUMBER.eq(OBJECT_LINK.COMPANY_NUMBER))
                .where(OBJECT_LINK.OBJECT_NUMBER.in(objects), COMPANY.DELETED_AT.isNull())
                .and(sight.admits(COMPANY.OWNER_ID))
                .orderBy(OBJECT_LINK.ID.desc())
                .forEach(one ->
                        owners.put(one.value1(), new ObjectOwner(ObjectOwnerKind.COMPANY, one.value2(), one.value3())));
        return owners;
    }

    boolean belongsTo(long object, ObjectQuestion.Owner owner) {
        return dsl.fetchExists(CUSTOM_OBJECT, CUSTOM_OBJECT.NUMBER.eq(object).and(of(owner)));
    }

    /** How many that are not deleted, of every type. */
    int count(ObjectQuestion.Owner owner) {
        return dsl.fetchCount(CUSTOM_OBJECT, CUSTOM_OBJECT.DELETED_AT.isNull().and(of(owner)));
    }

    /** Says anew whose it is. */
    void link(long object, @Nullable Long subject, @Nullable Integer company, Instant now) {
        dsl.deleteFrom(OBJECT_LINK).where(OBJECT_LINK.OBJECT_NUMBER.eq(object)).execute();
        Field<Long> person = val(subject, OBJECT_LINK.SUBJECT_NUMBER);
        dsl.insertInto(OBJECT_LINK)
                .set(OBJECT_LINK.OBJECT_NUMBER, object)
                .set(OBJECT_LINK.SUBJECT_NUMBER, person)
                .set(OBJECT_LINK.COMPANY_NUMBER, company)
                .set(OBJECT_LINK.SINCE, now)
                .execute();
    }
}
