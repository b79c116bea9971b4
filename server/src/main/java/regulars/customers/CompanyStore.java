package regulars.customers;

import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static schema.customers.Tables.COMPANY;
import static schema.customers.Tables.COMPANY_PERSON;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.customers.CompanyView.CompanyName;
import regulars.customers.CompanyView.CompanyOfPerson;
import regulars.customers.CompanyView.CompanyPerson;
import regulars.customers.CompanyView.CompanyRoles;
import regulars.kernel.Sights;
import regulars.kernel.Spelling;
import schema.customers.tables.records.CompanyRecord;

/** Companies, their tree and their people. */
@Repository
class CompanyStore {
    static final int MOST_CHILDREN = 100;
    private static final int MOST_OF_PERSON = 100;
    private static final long COMPANY_LOCK = 0x436f6d70616e79L;

    private static final List<SelectFieldOrAsterisk> ROLES = List.of(
            max(COMPANY_PERSON.POSITION).as("position"),
            boolOr(COMPANY_PERSON.DECISION_MAKER).as("decision_maker"),
            boolOr(COMPANY_PERSON.END_USER).as("end_user"),
            boolOr(COMPANY_PERSON.PAYER).as("payer"),
            min(COMPANY_PERSON.SINCE).as("since"));

    private final DSLContext dsl;
    private final Sights sights;

    CompanyStore(DSLContext dsl, Sights sights) {
        this.dsl = dsl;
        this.sights = sights;
    }

    /** Until the transaction ends nobody else changes what, or who, belongs to a company. */
    void oneWriterAtATime() {
        dsl.query("select pg_advisory_xact_lock({0})", val(COMPANY_LOCK)).execute();
    }

    CompanyRecord fresh() {
        return dsl.newRecord(COMPANY);
    }

    /** A deleted one too. */
    Optional<CompanyRecord> find(UUID id) {
        return dsl.selectFrom(COMPANY).where(COMPANY.ID.eq(id), seen()).fetchOptional();
    }

    /** Out of sight too. */
    Optional<CompanyRecord> holderOf(String taxKind, String taxId, UUID except) {
        return dsl.selectFrom(COMPANY)
                .where(COMPANY.TAX_KIND.eq(taxKind), COMPANY.TAX_ID.eq(taxId), COMPANY.DELETED_AT.isNull())
                .and(COMPANY.ID.ne(except))
                .fetchOptional();
    }

    boolean sees(CompanyRecord company) {
        return sights.current().admits(company.getOwnerId());
    }

    private Condition seen() {
        return sights.current().admits(COMPANY.OWNER_ID);
    }

    private Condition seenPeople() {
        var sight = sights.current();
        if (sight.whole()) return noCondition();
        return SUBJECT_LINK.CUSTOMER_NUMBER.in(
                select(CUSTOMER.NUMBER).from(CUSTOMER).where(sight.admits(CUSTOMER.OWNER_ID)));
    }

    /** The newest first; a search looks at any part of a name and at the beginning of a tax number. */
    List<CompanyRecord> page(@Nullable String search, @Nullable Integer after, int limit) {
        return dsl.selectFrom(COMPANY)
                .where(COMPANY.DELETED_AT.isNull(), seen())
                .and(search == null ? noCondition() : matches(search))
                .and(after == null ? noCondition() : COMPANY.NUMBER.lt(after))
                .orderBy(COMPANY.NUMBER.desc())
                .limit(limit)
                .fetch();
    }

    private static Condition matches(String search) {
        var text = search.strip();
        return mentions(COMPANY.NAME, text.toLowerCase(Locale.ROOT))
                .or(COMPANY.TAX_ID.startsWith(text.toUpperCase(Locale.ROOT)));
    }

    /** Whether a text has the part in it, which is in lower case. */
    static Condition mentions(Field<String> text, String part) {
        return Spelling.plain(lower(text), List.of(part)).contains(Spelling.plain(part));
    }

    /** From the company it belongs to upwards; at most {@code deepest} of them. */
    List<CompanyRecord> parents(@Nullable Integer parent, int deepest) {
        var found = new ArrayList<CompanyRecord>();
        while (parent != null && found.size() < deepest) {
            var one = dsl.selectFrom(COMPANY).where(COMPANY.NUMBER.eq(parent)).fetchSingle();
            found.add(one);
            parent = one.getParentNumber();
        }
        return found;
    }

    List<CompanyName> children(int number) {
        return dsl.select(COMPANY.ID, COMPANY.NAME)
                .from(COMPANY)
                .where(COMPANY.PARENT_NUMBER.eq(number), COMPANY.DELETED_AT.isNull(), seen())
                .orderBy(lower(COMPANY.NAME), COMPANY.NUMBER)
                .limit(MOST_CHILDREN)
                .fetch(row -> new CompanyName(row.value1(), row.value2()));
    }

    /** How many people each has; a company without any is missing. */
    Map<Integer, Integer> people(Collection<Integer> numbers) {
        var people = countDistinct(SUBJECT_LINK.CUSTOMER_NUMBER);
        return dsl.select(COMPANY_PERSON.COMPANY_NUMBER, people)
                .from(COMPANY_PERSON)
                .join(SUBJECT_LINK)
                .on(SUBJECT_LINK.SUBJECT_NUMBER.eq(COMPANY_PERSON.SUBJECT_NUMBER))
                .where(COMPANY_PERSON.COMPANY_NUMBER.in(numbers), seenPeople())
                .groupBy(COMPANY_PERSON.COMPANY_NUMBER)
                .fetchMap(COMPANY_PERSON.COMPANY_NUMBER, people);
    }

    /** A row of people with the number that the next page starts from. */
    record PersonRow(int number, CompanyPerson person) {}

    /** In the order in which they became customers. */
    List<PersonRow> peopleOf(int number, @Nullable Integer after, int limit) {
        return dsl.select(CUSTOMER.NUMBER, CUSTOMER.ID, CUSTOMER.FULL_NAME, CUSTOMER.EMAIL)
                .select(ROLES)
                .from(COMPANY_PERSON)
                .join(SUBJECT_LINK)
                .on(SUBJECT_LINK.SUBJECT_NUMBER.eq(COMPANY_PERSON.SUBJECT_NUMBER))
                .join(CUSTOMER)
                .on(CUSTOMER.NUMBER.eq(SUBJECT_LINK.CUSTOMER_NUMBER))
                .where(COMPANY_PERSON.COMPANY_NUMBER.eq(number), CUSTOMER.STATE.eq("active"), seenPeople())
                .and(after == null ? noCondition() : CUSTOMER.NUMBER.gt(after))
                .groupBy(CUSTOMER.NUMBER)
                .orderBy(CUSTOMER.NUMBER)
                .limit(limit)
                .fetch(row -> new PersonRow(
                        row.get(CUSTOMER.NUMBER),
                        new CompanyPerson(
                                row.get(CUSTOMER.ID),
                                row.get(CUSTOMER.FULL_NAME),
                                row.get(CUSTOMER.EMAIL),
                                roles(row),
                                row.get("since", Instant.class))));
    }

    List<CompanyOfPerson> companiesOf(int customer) {
        return dsl.select(COMPANY.ID, COMPANY.NAME)
                .select(ROLES)
                .from(COMPANY_PERSON)
                .join(COMPANY)
                .on(COMPANY.NUMBER.eq(COMPANY_PERSON.COMPANY_NUMBER))
                .where(COMPANY_PERSON.SUBJECT_NUMBER.in(subjectsOf(customer)), COMPANY.DELETED_AT.isNull(), seen())
                .groupBy(COMPANY.NUMBER)
                .orderBy(lower(COMPANY.NAME), COMPANY.NUMBER)
                .limit(MOST_OF_PERSON)
                .fetch(row -> new CompanyOfPerson(
                        new CompanyName(row.get(COMPANY.ID), row.get(COMPANY.NAME)),
                        roles(row),
                        row.get("since", Instant.class)));
    }

    private static CompanyRoles roles(Record row) {
        return new CompanyRoles(
                row.get("position", String.class),
                row.get("decision_maker", Boolean.class),
                row.get("end_user", Boolean.class),
                row.get("payer", Boolean.class));
    }

    /** Says anew what the customer is there; what any of their subjects was before is replaced. */
    void put(int company, int customer, CompanyRoles roles, Instant now) {
        var since = dsl.select(min(COMPANY_PERSON.SINCE))
                .from(COMPANY_PERSON)
                .where(COMPANY_PERSON.COMPANY_NUMBER.eq(company))
                .and(COMPANY_PERSON.SUBJECT_NUMBER.in(subjectsOf(customer)))
                .fetchOne(Record1::value1);
        remove(company, customer);
        dsl.insertInto(COMPANY_PERSON)
                .set(COMPANY_PERSON.COMPANY_NUMBER, company)
                .set(COMPANY_PERSON.SUBJECT_NUMBER, firstSubject(customer))
                .set(COMPANY_PERSON.POSITION, roles.position())
                .set(COMPANY_PERSON.DECISION_MAKER, roles.decisionMaker())
                .set(COMPANY_PERSON.END_USER, roles.endUser())
                .set(COMPANY_PERSON.PAYER, roles.payer())
                .set(COMPANY_PERSON.SINCE, since == null ? now : since)
                .execute();
    }

    void remove(int company, int customer) {
        dsl.deleteFrom(COMPANY_PERSON)
                .where(COMPANY_PERSON.COMPANY_NUMBER.eq(company))
                .and(COMPANY_PERSON.SUBJECT_NUMBER.in(subjectsOf(customer)))
                .execute();
    }

    private static Select<Record1<Long>> subjectsOf(int customer) {
        return select(SUBJECT_LINK.SUBJECT_NUMBER).from(SUBJECT_LINK).where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(customer));
    }

    private static Field<Long> firstSubject(int customer) {
        return field(select(min(SUBJECT_LINK.SUBJECT_NUMBER))
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(customer)));
    }
}
