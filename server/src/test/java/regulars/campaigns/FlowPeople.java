package regulars.campaigns;

import static schema.collect.Tables.SUBJECT;
import static schema.commerce.Tables.ORDERS;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SOURCE;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import regulars.TestApp;
import regulars.consent.Channel;
import regulars.consent.Consents;
import regulars.consent.NewEvidence;
import regulars.kernel.Actor;
import regulars.kernel.Ids;
import regulars.segments.CheckOperator;
import regulars.segments.CustomerField;
import regulars.segments.Rule;
import regulars.segments.Segments;
import regulars.segments.ValueCheck;

/** Forty people of a town of their own: thirty who can be written to, and one or more for each reason not to. */
final class FlowPeople {
    private static final int REACHABLE = 30;

    private final DSLContext dsl;
    private final Consents consents;
    private final String town;
    private final Instant now;
    private final int source;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> unreachable = new TreeSet<>();
    private @Nullable UUID segment;
    private int orders;

    private FlowPeople(TestApp app, String town) {
        this.dsl = app.dsl();
        this.consents = app.bean(Consents.class);
        this.town = town;
        this.now = app.clock().instant();
        this.source = dsl.insertInto(SOURCE)
                .set(SOURCE.CODE, town)
                .set(SOURCE.NAME, town)
                .set(SOURCE.KIND, "api")
                .set(SOURCE.CREATED_AT, now)
                .returning(SOURCE.ID)
                .fetchSingle()
                .getId();
    }

    static FlowPeople seed(TestApp app, String town) {
        var people = new FlowPeople(app, town);
        for (int i = 0; i < REACHABLE; i++) people.grant(people.person(people.address("p" + i), "valid"));
        people.person(null, "valid");
        people.person(null, "valid");
        people.person(people.address("broken"), "invalid");
        for (int i = 0; i < 3; i++) people.out(people.person(people.address("silent" + i), "valid"));
        for (int i = 0; i < 2; i++) people.withdraw(people.person(people.address("gone" + i), "valid"));
        people.grant(people.person(people.address("p0"), "valid"));
        people.grant(people.person(people.address("barred"), "valid"));
        people.consents.suppress(Channel.EMAIL, people.address("barred"), "manual", Map.of());
        var rule = new Rule.FieldRule(CustomerField.CITY, ValueCheck.of(CheckOperator.IS, town));
        people.segment = app.bean(Segments.class).create("People of " + town, rule, Actor.SYSTEM);
        return people;
    }

    private String address(String name) {
        return town + "-" + name + "@people.example.com";
    }

    private long person(@Nullable String email, String validity) {
        long subject = dsl.insertInto(SUBJECT)
                .set(SUBJECT.KIND, "external")
                .set(SUBJECT.SPACE, town)
                .set(SUBJECT.VALUE, UUID.randomUUID().toString())
                .set(SUBJECT.FIRST_SEEN, now)
                .returning(SUBJECT.NUMBER)
                .fetchSingle()
                .getNumber();
        int number = dsl.insertInto(CUSTOMER)
                .set(CUSTOMER.ID, Ids.next(now))
                .set(CUSTOMER.GIVEN_NAME, "Ann")
                .set(CUSTOMER.FULL_NAME, "Ann of " + town)
                .set(CUSTOMER.CITY, town)
                .set(CUSTOMER.EMAIL, validity.equals("valid") ? email : null)
                .set(CUSTOMER.CREATED_AT, now)
                .set(CUSTOMER.UPDATED_AT, now)
                .returning(CUSTOMER.NUMBER)
                .fetchSingle()
                .getNumber();
        dsl.insertInto(SUBJECT_LINK, SUBJECT_LINK.SUBJECT_NUMBER, SUBJECT_LINK.CUSTOMER_NUMBER, SUBJECT_LINK.LINKED_AT)
                .values(subject, number, now)
                .execute();
        if (email != null) contact(subject, number, email, validity);
        return subject;
    }

    private void contact(long subject, int number, String email, String validity) {
        numbers.putIfAbsent(email, number);
        if (!validity.equals("valid")) unreachable.add(email);
        dsl.insertInto(CONTACT_POINT)
                .set(CONTACT_POINT.SUBJECT_NUMBER, subject)
                .set(CONTACT_POINT.SOURCE_ID, source)
                .set(CONTACT_POINT.KIND, "email")
                .set(CONTACT_POINT.VALUE, email)
                .set(CONTACT_POINT.NORMALISED, email)
                .set(CONTACT_POINT.VALIDITY, validity)
                .set(CONTACT_POINT.FIRST_SEEN_AT, now)
                .set(CONTACT_POINT.CONFIRMED_AT, now)
                .execute();
    }

    private void grant(long subject) {
        consents.record(NewEvidence.granted(subject, Channel.EMAIL, "marketing", proof()));
    }

    private void withdraw(long subject) {
        consents.record(NewEvidence.withdrawn(subject, Channel.EMAIL, "marketing", proof()));
        out(subject);
    }

    private void out(long subject) {
        unreachable.add(dsl.fetchValue(CONTACT_POINT.NORMALISED, CONTACT_POINT.SUBJECT_NUMBER.eq(subject)));
    }

    private NewEvidence.Proof proof() {
        return new NewEvidence.Proof("test", "form", Actor.SYSTEM, now);
    }

    void buy(UUID customer, long minor, Instant at) {
        buy(customer, minor, at, false);
    }

    /** As a file without times tells it. */
    void buyOn(UUID customer, long minor, Instant midnight) {
        buy(customer, minor, midnight, true);
    }

    private void buy(UUID customer, long minor, Instant at, boolean dateOnly) {
        var subject = dsl.select(SUBJECT_LINK.SUBJECT_NUMBER)
                .from(SUBJECT_LINK)
                .join(CUSTOMER)
                .on(CUSTOMER.NUMBER.eq(SUBJECT_LINK.CUSTOMER_NUMBER))
                .where(CUSTOMER.ID.eq(customer))
                .limit(1)
                .fetchSingle()
                .value1();
        dsl.insertInto(ORDERS)
                .set(ORDERS.ID, Ids.next(at))
                .set(ORDERS.SOURCE_ID, source)
                .set(ORDERS.EXTERNAL_ID, town + orders++)
                .set(ORDERS.SUBJECT_NUMBER, subject)
                .set(ORDERS.PLACED_AT, at)
                .set(ORDERS.DATE_ONLY, dateOnly)
                .set(ORDERS.STATUS, "paid")
                .set(ORDERS.CURRENCY, "USD")
                .set(ORDERS.TOTAL_MINOR, minor)
                .set(ORDERS.REVENUE_MINOR, minor)
                .set(ORDERS.BASE_CURRENCY, "USD")
                .set(ORDERS.REVENUE_BASE_MINOR, minor)
                .set(ORDERS.RECEIVED_AT, at)
                .execute();
    }

    int all() {
        return REACHABLE + 10;
    }

    long reachable() {
        return REACHABLE;
    }

    long withdrawn() {
        return 2;
    }

    Set<String> unreachable() {
        return unreachable;
    }

    int numberOf(String address) {
        var number = numbers.get(address);
        if (number == null) throw new IllegalArgumentException(address);
        return number;
    }

    UUID segment() {
        if (segment == null) throw new IllegalStateException("not seeded");
        return segment;
    }
}
