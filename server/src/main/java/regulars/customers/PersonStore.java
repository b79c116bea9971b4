package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static schema.customers.Tables.ATTRIBUTE;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;
import static schema.customers.Tables.ATTRIBUTE_VALUE;
import static schema.customers.Tables.BULK_CHANGE;
import static schema.customers.Tables.BULK_CHANGE_ITEM;
import static schema.customers.Tables.COMPANY;
import static schema.customers.Tables.COMPANY_PERSON;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.ERASURE;
import static schema.customers.Tables.FILE;
import static schema.customers.Tables.HAND_OVER;
import static schema.customers.Tables.IDENTITY_DOUBT;
import static schema.customers.Tables.MERGE;
import static schema.customers.Tables.NEXT_STEP;
import static schema.customers.Tables.NOTE;
import static schema.customers.Tables.SOURCE;
import static schema.customers.Tables.SOURCE_RECORD;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.TableField;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;
import tools.jackson.databind.json.JsonMapper;

/** What this room holds of one person, read whole and taken away whole. */
@Repository
class PersonStore {
    /** Tables of which every row of the person's subjects goes. */
    private static final Map<Table<?>, TableField<?, Long>> OF_SUBJECTS = ofSubjects();

    private final DSLContext dsl;

    PersonStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    private static Map<Table<?>, TableField<?, Long>> ofSubjects() {
        var tables = new LinkedHashMap<Table<?>, TableField<?, Long>>();
        tables.put(CONTACT_POINT, CONTACT_POINT.SUBJECT_NUMBER);
        tables.put(ATTRIBUTE_CURRENT, ATTRIBUTE_CURRENT.SUBJECT_NUMBER);
        tables.put(ATTRIBUTE_VALUE, ATTRIBUTE_VALUE.SUBJECT_NUMBER);
        tables.put(SOURCE_RECORD, SOURCE_RECORD.SUBJECT_NUMBER);
        tables.put(NOTE, NOTE.SUBJECT_NUMBER);
        tables.put(FILE, FILE.SUBJECT_NUMBER);
        tables.put(HAND_OVER, HAND_OVER.SUBJECT_NUMBER);
        tables.put(NEXT_STEP, NEXT_STEP.SUBJECT_NUMBER);
        tables.put(COMPANY_PERSON, COMPANY_PERSON.SUBJECT_NUMBER);
        return tables;
    }

    List<KnownPerson.Address> addresses(List<Long> subjects) {
        return dsl.selectDistinct(CONTACT_POINT.KIND, CONTACT_POINT.NORMALISED)
                .from(CONTACT_POINT)
                .where(CONTACT_POINT.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .fetch(row -> new KnownPerson.Address(row.value1(), row.value2()));
    }

    /** Addresses as they were written, and names. */
    List<String> texts(Collection<Integer> numbers, List<Long> subjects) {
        var texts = dsl.selectDistinct(CONTACT_POINT.VALUE)
                .from(CONTACT_POINT)
                .where(CONTACT_POINT.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .fetch(CONTACT_POINT.VALUE);
        texts.addAll(dsl.select(CUSTOMER.FULL_NAME)
                .from(CUSTOMER)
                .where(CUSTOMER.NUMBER.in(numbers))
                .fetch(CUSTOMER.FULL_NAME));
        return texts;
    }

    List<PersonalTable> held(KnownPerson person) {
        var subjects = person.subjectArray();
        return List.of(
                PersonalTable.of(
                        "profile",
                        dsl.select(CUSTOMER.fields())
                                .from(CUSTOMER)
                                .where(CUSTOMER.NUMBER.in(person.numbers()))
                                .fetch()),
                PersonalTable.of("merges", merges(person)),
                PersonalTable.of(
                        "contacts",
                        dsl.select(Stream.of(CONTACT_POINT.fields())
                                        .filter(field -> !field.equals(CONTACT_POINT.ADDRESS_HASH))
                                        .toList())
                                .select(SOURCE.NAME.as("source"))
                                .from(CONTACT_POINT)
                                .join(SOURCE)
                                .on(SOURCE.ID.eq(CONTACT_POINT.SOURCE_ID))
                                .where(CONTACT_POINT.SUBJECT_NUMBER.eq(any(subjects)))
                                .fetch()),
                PersonalTable.of("own_fields", ownFields(subjects)),
                PersonalTable.of(
                        "source_records",
                        dsl.select(
                                        SOURCE.NAME.as("source"),
                                        SOURCE.KIND,
                                        SOURCE_RECORD.RECEIVED_AT,
                                        SOURCE_RECORD.IMPORT_ID,
                                        SOURCE_RECORD.DATA)
                                .from(SOURCE_RECORD)
                                .join(SOURCE)
                                .on(SOURCE.ID.eq(SOURCE_RECORD.SOURCE_ID))
                                .where(SOURCE_RECORD.SUBJECT_NUMBER.eq(any(subjects)))
                                .orderBy(SOURCE_RECORD.ID)
                                .fetch()),
                PersonalTable.of("notes", notes(subjects)),
                PersonalTable.of(
                        "steps",
                        dsl.select(NEXT_STEP.WHAT, NEXT_STEP.DUE, NEXT_STEP.MADE_AT, NEXT_STEP.DONE_AT)
                                .from(NEXT_STEP)
                                .where(NEXT_STEP.SUBJECT_NUMBER.eq(any(subjects)))
                                .fetch()),
                PersonalTable.of("hand_overs", handOvers(subjects)),
                PersonalTable.of(
                        "companies",
                        dsl.select(COMPANY.NAME, COMPANY_PERSON.POSITION, COMPANY_PERSON.SINCE)
                                .from(COMPANY_PERSON)
                                .join(COMPANY)
                                .on(COMPANY.NUMBER.eq(COMPANY_PERSON.COMPANY_NUMBER))
                                .where(COMPANY_PERSON.SUBJECT_NUMBER.eq(any(subjects)))
                                .fetch()));
    }

    private org.jooq.Result<?> notes(Long[] subjects) {
        return dsl.select(NOTE.AT, NOTE.BODY, NOTE.ACTOR, NOTE.DELETED_AT)
                .from(NOTE)
                .where(NOTE.SUBJECT_NUMBER.eq(any(subjects)))
                .orderBy(NOTE.AT)
                .fetch();
    }

    private org.jooq.Result<?> merges(KnownPerson person) {
        return dsl.select(MERGE.MERGED_AT, MERGE.CAUSE, MERGE.SCORE, MERGE.EXPLANATION, MERGE.ACTOR, MERGE.UNDONE_AT)
                .from(MERGE)
                .where(ofMerges(person))
                .orderBy(MERGE.MERGED_AT)
                .fetch();
    }

    private static Condition ofMerges(KnownPerson person) {
        return MERGE.KEPT_NUMBER.in(person.numbers()).or(MERGE.OTHER_NUMBER.in(person.numbers()));
    }

    /** Merges that any of them had a part in, taken back or not. */
    List<UUID> merges(Collection<Integer> numbers) {
        return dsl.select(MERGE.ID)
                .from(MERGE)
                .where(MERGE.KEPT_NUMBER.in(numbers).or(MERGE.OTHER_NUMBER.in(numbers)))
                .fetch(MERGE.ID);
    }

    /** The files about the person, one at a time, those removed included. */
    void files(KnownPerson person, BiConsumer<String, byte[]> each) {
        var ids = dsl.select(FILE.ID)
                .from(FILE)
                .where(FILE.SUBJECT_NUMBER.eq(any(person.subjectArray())))
                .orderBy(FILE.AT)
                .fetch(FILE.ID);
        for (UUID id : ids) {
            dsl.select(FILE.NAME, FILE.CONTENT)
                    .from(FILE)
                    .where(FILE.ID.eq(id))
                    .forEach(row -> each.accept(row.value1(), row.value2()));
        }
    }

    private org.jooq.Result<?> handOvers(Long[] subjects) {
        return dsl.select(HAND_OVER.AT, HAND_OVER.FROM_OWNER, HAND_OVER.TO_OWNER, HAND_OVER.ACTOR)
                .from(HAND_OVER)
                .where(HAND_OVER.SUBJECT_NUMBER.eq(any(subjects)))
                .orderBy(HAND_OVER.AT)
                .fetch();
    }

    private org.jooq.Result<?> ownFields(Long[] subjects) {
        return dsl.select(
                        ATTRIBUTE.KEY,
                        ATTRIBUTE_VALUE.TEXT_VALUE,
                        ATTRIBUTE_VALUE.NUMBER_VALUE,
                        ATTRIBUTE_VALUE.BOOLEAN_VALUE,
                        ATTRIBUTE_VALUE.DATE_VALUE,
                        ATTRIBUTE_VALUE.INSTANT_VALUE,
                        ATTRIBUTE_VALUE.GIVEN_AT)
                .from(ATTRIBUTE_VALUE)
                .join(ATTRIBUTE)
                .on(ATTRIBUTE.ID.eq(ATTRIBUTE_VALUE.ATTRIBUTE_ID))
                .where(ATTRIBUTE_VALUE.SUBJECT_NUMBER.eq(any(subjects)))
                .orderBy(ATTRIBUTE_VALUE.ID)
                .fetch();
    }

    Map<String, Integer> forget(KnownPerson person, Instant now) {
        var counts = new LinkedHashMap<String, Integer>();
        OF_SUBJECTS.forEach((table, subject) -> counts.put(
                "customers." + table.getName(),
                dsl.deleteFrom(table)
                        .where(subject.eq(any(person.subjectArray())))
                        .execute()));
        counts.put(
                "customers.bulk_change_item",
                dsl.deleteFrom(BULK_CHANGE_ITEM)
                        .where(BULK_CHANGE_ITEM.CUSTOMER_NUMBER.in(person.numbers()))
                        .and(BULK_CHANGE_ITEM.CHANGE_ID.in(
                                org.jooq.impl.DSL.select(BULK_CHANGE.ID).from(BULK_CHANGE)))
                        .execute());
        counts.put(
                "customers.merge",
                dsl.update(MERGE)
                        .set(MERGE.EXPLANATION, JSONB.valueOf("{}"))
                        .where(ofMerges(person))
                        .execute());
        counts.put(
                "customers.identity_doubt",
                dsl.deleteFrom(IDENTITY_DOUBT)
                        .where(IDENTITY_DOUBT.FIRST_NUMBER.in(person.numbers()))
                        .or(IDENTITY_DOUBT.SECOND_NUMBER.in(person.numbers()))
                        .execute());
        counts.put("customers.customer", empty(person.numbers(), now));
        return counts;
    }

    /** The number stays, for orders and figures; nothing says whose it was. */
    private int empty(List<Integer> numbers, Instant now) {
        return dsl.update(CUSTOMER)
                .setNull(CUSTOMER.GIVEN_NAME)
                .setNull(CUSTOMER.FAMILY_NAME)
                .setNull(CUSTOMER.MIDDLE_NAME)
                .set(CUSTOMER.FULL_NAME, "")
                .setNull(CUSTOMER.EMAIL)
                .setNull(CUSTOMER.PHONE)
                .setNull(CUSTOMER.LANGUAGE)
                .setNull(CUSTOMER.ZONE)
                .setNull(CUSTOMER.COUNTRY)
                .setNull(CUSTOMER.REGION)
                .setNull(CUSTOMER.CITY)
                .setNull(CUSTOMER.DISTRICT)
                .setNull(CUSTOMER.BIRTH_DATE)
                .setNull(CUSTOMER.SEX)
                .set(CUSTOMER.STATE, "erased")
                .setNull(CUSTOMER.MERGED_INTO)
                .set(CUSTOMER.UPDATED_AT, now)
                .where(CUSTOMER.NUMBER.in(numbers))
                .execute();
    }

    /** Subjects that belong to nobody else. */
    void link(Collection<Long> subjects, int number, Instant now) {
        var links = Batch.of("input", List.copyOf(subjects)).column("subject", BIGINT, one -> one);
        dsl.insertInto(SUBJECT_LINK, SUBJECT_LINK.SUBJECT_NUMBER, SUBJECT_LINK.CUSTOMER_NUMBER, SUBJECT_LINK.LINKED_AT)
                .select(select(links.<Long>field("subject"), val(number), val(now))
                        .from(links.table()))
                .onConflictDoNothing()
                .execute();
    }

    void certify(UUID id, int number, String actor, Map<String, Integer> counts, Instant now) {
        dsl.insertInto(ERASURE)
                .set(ERASURE.ID, id)
                .set(ERASURE.CUSTOMER_NUMBER, number)
                .set(ERASURE.ACTOR, actor)
                .set(ERASURE.COUNTS, JSONB.valueOf(JsonMapper.shared().writeValueAsString(counts)))
                .set(ERASURE.ERASED_AT, now)
                .execute();
    }
}
