package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static schema.collect.Tables.SUBJECT;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;
import static schema.customers.Tables.ATTRIBUTE_VALUE;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SOURCE_RECORD;
import static schema.customers.Tables.SUBJECT_LINK;
import static schema.customers.Tables.SUBJECT_LINK_LOG;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.kernel.Actor;

/** Records that are taken back, and what follows from it. */
@Repository
class UndoStore {
    private final DSLContext dsl;

    UndoStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Records of the import that are not taken back yet, with their subjects. */
    Map<Long, Long> next(UUID importId, int limit) {
        return dsl.select(SOURCE_RECORD.ID, SOURCE_RECORD.SUBJECT_NUMBER)
                .from(SOURCE_RECORD)
                .where(SOURCE_RECORD.IMPORT_ID.eq(importId))
                .and(SOURCE_RECORD.UNDONE_AT.isNull())
                .orderBy(SOURCE_RECORD.ID)
                .limit(limit)
                .fetchMap(SOURCE_RECORD.ID, SOURCE_RECORD.SUBJECT_NUMBER);
    }

    void mark(Collection<Long> records, Instant now) {
        dsl.update(SOURCE_RECORD)
                .set(SOURCE_RECORD.UNDONE_AT, now)
                .where(SOURCE_RECORD.ID.eq(any(records.toArray(Long[]::new))))
                .execute();
    }

    /** Addresses that came with a record taken back and that no other record names. */
    void dropAddresses(Collection<Long> subjects) {
        var first = SOURCE_RECORD.as("first");
        var other = SOURCE_RECORD.as("other");
        dsl.deleteFrom(CONTACT_POINT)
                .where(CONTACT_POINT.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .and(exists(selectOne()
                        .from(first)
                        .where(first.ID.eq(CONTACT_POINT.SOURCE_RECORD_ID))
                        .and(first.UNDONE_AT.isNotNull())))
                .and(notExists(selectOne()
                        .from(other)
                        .where(other.SUBJECT_NUMBER.eq(CONTACT_POINT.SUBJECT_NUMBER))
                        .and(other.UNDONE_AT.isNull())
                        .and(condition("{0} ->> {1} = {2}", other.DATA, CONTACT_POINT.KIND, CONTACT_POINT.NORMALISED))))
                .execute();
    }

    /** The others are as fresh as the last record that still names them. */
    void datesOfAddresses(Collection<Long> subjects) {
        var other = SOURCE_RECORD.as("other");
        var last = select(max(other.RECEIVED_AT))
                .from(other)
                .where(other.SUBJECT_NUMBER.eq(CONTACT_POINT.SUBJECT_NUMBER))
                .and(other.UNDONE_AT.isNull())
                .and(condition("{0} ->> {1} = {2}", other.DATA, CONTACT_POINT.KIND, CONTACT_POINT.NORMALISED))
                .asField();
        dsl.update(CONTACT_POINT)
                .set(CONTACT_POINT.CONFIRMED_AT, coalesce(last.cast(INSTANT), CONTACT_POINT.CONFIRMED_AT))
                .where(CONTACT_POINT.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .execute();
    }

    /** The last values of the subjects that were not taken back. */
    void restoreAttributes(Collection<Long> subjects) {
        var wanted = subjects.toArray(Long[]::new);
        var current = ATTRIBUTE_CURRENT;
        var given = ATTRIBUTE_VALUE;
        dsl.deleteFrom(current).where(current.SUBJECT_NUMBER.eq(any(wanted))).execute();
        dsl.insertInto(
                        current,
                        current.SUBJECT_NUMBER,
                        current.ATTRIBUTE_ID,
                        current.TEXT_VALUE,
                        current.NUMBER_VALUE,
                        current.BOOLEAN_VALUE,
                        current.DATE_VALUE,
                        current.INSTANT_VALUE,
                        current.GIVEN_AT)
                .select(select(
                                given.SUBJECT_NUMBER,
                                given.ATTRIBUTE_ID,
                                given.TEXT_VALUE,
                                given.NUMBER_VALUE,
                                given.BOOLEAN_VALUE,
                                given.DATE_VALUE,
                                given.INSTANT_VALUE,
                                given.GIVEN_AT)
                        .distinctOn(given.SUBJECT_NUMBER, given.ATTRIBUTE_ID)
                        .from(given)
                        .leftJoin(SOURCE_RECORD)
                        .on(SOURCE_RECORD.ID.eq(given.SOURCE_RECORD_ID))
                        .where(given.SUBJECT_NUMBER.eq(any(wanted)))
                        .and(SOURCE_RECORD.UNDONE_AT.isNull())
                        .orderBy(given.SUBJECT_NUMBER, given.ATTRIBUTE_ID, given.ID.desc()))
                .execute();
    }

    Set<Integer> unsaid(Collection<Integer> numbers) {
        return dsl.select(CUSTOMER.NUMBER)
                .from(CUSTOMER)
                .where(CUSTOMER.NUMBER.eq(any(numbers.toArray(Integer[]::new))))
                .and(CUSTOMER.STATE.eq("active"))
                .and(notExists(selectOne()
                        .from(SUBJECT_LINK)
                        .join(SOURCE_RECORD)
                        .on(SOURCE_RECORD.SUBJECT_NUMBER.eq(SUBJECT_LINK.SUBJECT_NUMBER))
                        .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(CUSTOMER.NUMBER))
                        .and(SOURCE_RECORD.UNDONE_AT.isNull())))
                .and(notExists(selectOne()
                        .from(SUBJECT_LINK)
                        .join(SUBJECT)
                        .on(SUBJECT.NUMBER.eq(SUBJECT_LINK.SUBJECT_NUMBER))
                        .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(CUSTOMER.NUMBER))
                        .and(SUBJECT.KIND.eq("manual"))))
                .fetchSet(CUSTOMER.NUMBER);
    }

    Map<Long, Integer> links(Collection<Integer> numbers) {
        return dsl.select(SUBJECT_LINK.SUBJECT_NUMBER, SUBJECT_LINK.CUSTOMER_NUMBER)
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(any(numbers.toArray(Integer[]::new))))
                .fetchMap(SUBJECT_LINK.SUBJECT_NUMBER, SUBJECT_LINK.CUSTOMER_NUMBER);
    }

    /** Those of the subjects of whom no record is left, and who do not stand for what somebody did by hand. */
    Set<Long> silent(Collection<Long> subjects) {
        return dsl.select(SUBJECT.NUMBER)
                .from(SUBJECT)
                .where(SUBJECT.NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .and(SUBJECT.KIND.ne("manual"))
                .and(notExists(selectOne()
                        .from(SOURCE_RECORD)
                        .where(SOURCE_RECORD.SUBJECT_NUMBER.eq(SUBJECT.NUMBER))
                        .and(SOURCE_RECORD.UNDONE_AT.isNull())))
                .fetchSet(SUBJECT.NUMBER);
    }

    private void unlink(Condition which, String reason, Actor actor, Instant now) {
        dsl.insertInto(
                        SUBJECT_LINK_LOG,
                        SUBJECT_LINK_LOG.SUBJECT_NUMBER,
                        SUBJECT_LINK_LOG.CUSTOMER_NUMBER,
                        SUBJECT_LINK_LOG.REASON,
                        SUBJECT_LINK_LOG.ACTOR,
                        SUBJECT_LINK_LOG.AT)
                .select(select(
                                SUBJECT_LINK.SUBJECT_NUMBER,
                                castNull(INTEGER),
                                val(reason),
                                val(actor.toString()),
                                val(now))
                        .from(SUBJECT_LINK)
                        .where(which))
                .execute();
        dsl.deleteFrom(SUBJECT_LINK).where(which).execute();
    }

    void unlink(Collection<Long> subjects, String reason, Actor actor, Instant now) {
        unlink(SUBJECT_LINK.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))), reason, actor, now);
    }

    void remove(Collection<Integer> numbers, String reason, Actor actor, Instant now) {
        var gone = numbers.toArray(Integer[]::new);
        unlink(SUBJECT_LINK.CUSTOMER_NUMBER.eq(any(gone)), reason, actor, now);
        dsl.update(CUSTOMER)
                .set(CUSTOMER.STATE, "removed")
                .set(CUSTOMER.FULL_NAME, "")
                .setNull(CUSTOMER.GIVEN_NAME)
                .setNull(CUSTOMER.MIDDLE_NAME)
                .setNull(CUSTOMER.FAMILY_NAME)
                .setNull(CUSTOMER.EMAIL)
                .setNull(CUSTOMER.PHONE)
                .setNull(CUSTOMER.BIRTH_DATE)
                .setNull(CUSTOMER.SEX)
                .setNull(CUSTOMER.LANGUAGE)
                .setNull(CUSTOMER.ZONE)
                .setNull(CUSTOMER.COUNTRY)
                .setNull(CUSTOMER.REGION)
                .setNull(CUSTOMER.CITY)
                .setNull(CUSTOMER.DISTRICT)
                .set(CUSTOMER.UPDATED_AT, now)
                .where(CUSTOMER.NUMBER.eq(any(gone)))
                .execute();
    }

    List<CustomerUndo.KeptCustomer> named(Collection<Integer> numbers) {
        return dsl.select(CUSTOMER.ID, CUSTOMER.FULL_NAME)
                .from(CUSTOMER)
                .where(CUSTOMER.NUMBER.eq(any(numbers.toArray(Integer[]::new))))
                .orderBy(CUSTOMER.NUMBER)
                .fetch(row -> new CustomerUndo.KeptCustomer(row.value1(), row.value2()));
    }
}
