package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.customers.Accepted.Outcome.CREATED;
import static regulars.customers.Accepted.Outcome.UNCHANGED;
import static regulars.customers.Accepted.Outcome.UPDATED;
import static regulars.customers.ProfileField.CITY;
import static regulars.customers.ProfileField.CREATED_AT;
import static regulars.customers.ProfileField.EMAIL;
import static regulars.customers.ProfileField.FAMILY_NAME;
import static regulars.customers.ProfileField.FULL_NAME;
import static regulars.customers.ProfileField.GIVEN_NAME;
import static regulars.customers.ProfileField.PHONE;
import static schema.collect.Tables.SUBJECT;
import static schema.customers.Tables.ATTRIBUTE_VALUE;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SOURCE_RECORD;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.collect.SubjectKey;
import regulars.kernel.Actor;
import schema.customers.tables.records.CustomerRecord;

class CustomerIntakeTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private static int names;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T00:00:00Z"));
    private final CustomersFixture room = new CustomersFixture(POSTGRES.dsl(), clock);
    private final CustomerIntake intake = room.intake();
    private Origin shop = intake.origin("unset", "import", Actor.SYSTEM);

    @BeforeEach
    void takesASourceOfItsOwn() {
        shop = intake.origin("Shop " + ++names, "import", Actor.SYSTEM).of(UUID.randomUUID());
    }

    @Test
    void knowsAPersonByKeyThenByEmailThenByPhone() {
        var results = intake.accept(
                shop,
                List.of(
                        person("1", Map.of(EMAIL, "a1@example.com", GIVEN_NAME, "Ann")),
                        person("2", Map.of(EMAIL, "a1@example.com", PHONE, "+380501112233")),
                        person("3", Map.of(PHONE, "+380501112233", FAMILY_NAME, "Lee")),
                        person("4", Map.of(EMAIL, "other1@example.com"))));
        var later = intake.accept(shop.of(UUID.randomUUID()), List.of(person("1", Map.of(EMAIL, "new1@example.com"))));

        assertThat(results).extracting(Accepted::outcome).containsExactly(CREATED, UPDATED, UPDATED, CREATED);
        assertThat(results.subList(0, 3))
                .extracting(Accepted::customerNumber)
                .containsOnly(results.getFirst().customerNumber());
        assertThat(later.getFirst().customerNumber())
                .isEqualTo(results.getFirst().customerNumber());
        var ann = customer(results.getFirst());
        assertThat(ann.getFullName()).isEqualTo("Ann Lee");
        assertThat(ann.getEmail()).isEqualTo("new1@example.com");
        assertThat(ann.getPhone()).isEqualTo("+380501112233");
    }

    @Test
    void knowsAcrossSourcesByAddressOnly() {
        var other = intake.origin("Till " + names, "import", Actor.SYSTEM);

        var first = intake.accept(shop, List.of(person("7", Map.of(EMAIL, "x@example.com"))))
                .getFirst();
        var sameAddress = intake.accept(other, List.of(person(other, "99", Map.of(EMAIL, "x@example.com"))))
                .getFirst();
        var sameId = intake.accept(other, List.of(person(other, "7", Map.of(EMAIL, "y@example.com"))))
                .getFirst();

        assertThat(sameAddress.customerNumber()).isEqualTo(first.customerNumber());
        assertThat(sameAddress.subjectNumber()).isNotEqualTo(first.subjectNumber());
        assertThat(sameId.customerNumber()).isNotEqualTo(first.customerNumber());
    }

    @Test
    void callsSomebodyWithoutANameAsTheSourceDoes() {
        var nameless = intake.accept(shop, List.of(person("C-1024", Map.of()))).getFirst();
        var fromRow = intake.accept(shop, List.of(person("row:0f3a:1", Map.of(FULL_NAME, "Ann"))))
                .getFirst();

        var ids = room.customers().externalIds(List.of(nameless.customerNumber(), fromRow.customerNumber()));

        assertThat(ids).hasSize(1);
        assertThat(ids.get(nameless.customerNumber())).containsExactly(new ExternalId("Shop " + names, "C-1024"));
    }

    @Test
    void writesNothingWhenTheSameFileComesAgain() {
        var rows = List.of(
                person("1", Map.of(GIVEN_NAME, "Ann", EMAIL, "again@example.com")),
                person("1", Map.of(GIVEN_NAME, "Anna", EMAIL, "again@example.com")),
                person("2", Map.of(GIVEN_NAME, "Bob")));
        intake.accept(shop, rows);
        var before = everything();

        clock.advance(Duration.ofDays(1));
        var again = intake.accept(shop.of(UUID.randomUUID()), rows);

        assertThat(again).extracting(Accepted::outcome).containsOnly(UNCHANGED);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void takesAValueBackWhenALaterFileDoes() {
        var first =
                intake.accept(shop, List.of(person("1", Map.of(CITY, "Kyiv")))).getFirst();
        intake.accept(shop.of(UUID.randomUUID()), List.of(person("1", Map.of(CITY, "Lviv"))));
        assertThat(customer(first).getCity()).isEqualTo("Lviv");

        intake.accept(shop.of(UUID.randomUUID()), List.of(person("1", Map.of(CITY, "Kyiv"))));

        assertThat(customer(first).getCity()).isEqualTo("Kyiv");
    }

    @Test
    void keepsWhatALaterRecordDoesNotMention() {
        var first = intake.accept(
                        shop,
                        List.of(person(
                                "1", Map.of(GIVEN_NAME, "Ann", CITY, "Kyiv", CREATED_AT, "2020-01-01T00:00:00Z"))))
                .getFirst();

        intake.accept(shop.of(UUID.randomUUID()), List.of(person("1", Map.of(GIVEN_NAME, "Anna"))));

        assertThat(customer(first).getCity()).isEqualTo("Kyiv");
        assertThat(customer(first).getFullName()).isEqualTo("Anna");
        assertThat(customer(first).getCreatedAt()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
    }

    @Test
    void writesChineseNamesFamilyFirst() {
        var person = intake.accept(shop, List.of(person("1", Map.of(GIVEN_NAME, "伟", FAMILY_NAME, "张"))))
                .getFirst();

        assertThat(customer(person).getFullName()).isEqualTo("张伟");
    }

    @Test
    void knowsWhoToldOfAPersonFirstAndWhoLast() {
        var hand = intake.origin("By hand", "manual", Actor.SYSTEM);
        var till = intake.origin("Till " + names, "import", Actor.SYSTEM);
        var added = intake.accept(hand, List.of(person(hand, "5", Map.of(EMAIL, "whence@example.com"))))
                .getFirst();
        var ref = new CustomerRef(added.customerNumber(), customer(added).getId());
        assertThat(customer(added).getLastSourceId()).isEqualTo(hand.sourceId());

        intake.accept(shop, List.of(person("5", Map.of(EMAIL, "whence@example.com"))));
        intake.accept(till, List.of(person(till, "5", Map.of(EMAIL, "whence@example.com", CITY, "Lviv"))));
        intake.edit(
                hand,
                ref,
                IncomingCustomer.identified(SubjectKey.manual(ref.id().toString()), Map.of(CITY, "Kyiv")));

        assertThat(customer(added).getCity()).isEqualTo("Kyiv");
        assertThat(customer(added).getFirstSourceId()).isEqualTo(hand.sourceId());
        assertThat(customer(added).getLastSourceId()).isEqualTo(till.sourceId());
    }

    @Test
    void clearsAFieldWhenAPersonSaysSo() {
        var accepted = intake.accept(shop, List.of(person("1", Map.of(FULL_NAME, "Ann Lee", CITY, "Kyiv"))))
                .getFirst();
        var ref = new CustomerRef(accepted.customerNumber(), customer(accepted).getId());
        var cleared = new EnumMap<ProfileField, @Nullable String>(ProfileField.class);
        cleared.put(CITY, null);

        intake.edit(
                shop,
                ref,
                IncomingCustomer.identified(SubjectKey.manual(ref.id().toString()), cleared));

        assertThat(customer(accepted).getCity()).isNull();
        assertThat(customer(accepted).getFullName()).isEqualTo("Ann Lee");
    }

    @Test
    void identifiesWithoutWritingToTheKnown() {
        var made = intake.identify(shop, List.of(person("77", Map.of()), person("77", Map.of())));
        var before = everything();

        var again = intake.identify(shop, List.of(person("77", Map.of(EMAIL, "late@example.com"))));

        assertThat(made)
                .extracting(Accepted::customerNumber)
                .containsOnly(again.getFirst().customerNumber());
        assertThat(made).extracting(Accepted::outcome).containsExactly(CREATED, UPDATED);
        assertThat(again.getFirst().outcome()).isEqualTo(UNCHANGED);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void appendsAttributeValuesOnlyWhenTheyDiffer() {
        var size = room.attributes().define("shoe_size", AttributeType.NUMBER, Map.of("en", "Shoe size"));
        var first = intake.accept(shop, List.of(sized(size, "41"), sized(size, "42")))
                .getLast();
        intake.accept(shop.of(UUID.randomUUID()), List.of(sized(size, "42.0")));
        intake.accept(shop.of(UUID.randomUUID()), List.of(sized(size, "43")));

        var kept = POSTGRES.dsl()
                .select(ATTRIBUTE_VALUE.NUMBER_VALUE)
                .from(ATTRIBUTE_VALUE)
                .where(ATTRIBUTE_VALUE.SUBJECT_NUMBER.eq(first.subjectNumber()))
                .orderBy(ATTRIBUTE_VALUE.ID)
                .fetch(ATTRIBUTE_VALUE.NUMBER_VALUE);
        assertThat(kept).containsExactly(new BigDecimal("42"), new BigDecimal("43"));
        var recipient =
                room.customers().recipients(List.of(first.customerNumber())).getFirst();
        assertThat(recipient.attributes()).isEqualTo(Map.of("shoe_size", new BigDecimal("43")));
    }

    @Test
    void showsTheNextBestAddressAfterABounce() {
        var accepted = intake.accept(
                        shop,
                        List.of(
                                person("1", Map.of(EMAIL, "old9@example.com")),
                                person("1", Map.of(EMAIL, "new9@example.com"))))
                .getFirst();
        assertThat(customer(accepted).getEmail()).isEqualTo("new9@example.com");

        room.customers().markInvalid("email", "new9@example.com", "550 5.1.1");

        assertThat(customer(accepted).getEmail()).isEqualTo("old9@example.com");
        room.customers().markInvalid("email", "old9@example.com", "550 5.1.1");
        assertThat(room.customers()
                        .recipients(List.of(accepted.customerNumber()))
                        .getFirst()
                        .email())
                .isNull();
    }

    private IncomingCustomer sized(Attribute attribute, String value) {
        return new IncomingCustomer(
                SubjectKey.external(shop.sourceCode(), "sized"),
                Map.of(),
                Map.of(),
                Map.of(attribute, new BigDecimal(value)),
                Map.of());
    }

    private IncomingCustomer person(String id, Map<ProfileField, @Nullable String> profile) {
        return person(shop, id, profile);
    }

    private static IncomingCustomer person(Origin source, String id, Map<ProfileField, @Nullable String> profile) {
        return IncomingCustomer.identified(SubjectKey.external(source.sourceCode(), id), profile);
    }

    private static CustomerRecord customer(Accepted accepted) {
        return Objects.requireNonNull(POSTGRES.dsl().fetchOne(CUSTOMER, CUSTOMER.NUMBER.eq(accepted.customerNumber())));
    }

    private static List<Object> everything() {
        return List.of(
                POSTGRES.dsl()
                        .fetch("select * from customers.customer order by number")
                        .formatCSV(),
                POSTGRES.dsl()
                        .fetch("select * from customers.contact_point order by id")
                        .formatCSV(),
                POSTGRES.dsl()
                        .fetch("select * from customers.subject_link order by subject_number")
                        .formatCSV(),
                POSTGRES.dsl().fetchCount(SOURCE_RECORD),
                POSTGRES.dsl().fetchCount(SUBJECT));
    }
}
