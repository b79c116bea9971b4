package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static regulars.customers.ProfileField.CITY;
import static regulars.customers.ProfileField.EMAIL;
import static regulars.customers.ProfileField.FULL_NAME;
import static regulars.customers.ProfileField.PHONE;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.MERGE;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import regulars.kernel.Fault;
import schema.customers.tables.records.CustomerRecord;

class MergesTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private static final MergeCause HAND = new MergeCause.ByHand(Actor.SYSTEM);
    private static int sources;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T00:00:00Z"));
    private final CustomersFixture room = new CustomersFixture(POSTGRES.dsl(), clock);
    private final CustomerIntake intake = room.intake();
    private final List<Object> told = new ArrayList<>();
    private final Merges merges = room.merges(told::add);
    private Origin shop = intake.origin("unset", "import", Actor.SYSTEM);
    private String mark = "";

    @BeforeEach
    void takesASourceOfItsOwn() {
        mark = "m" + ++sources;
        shop = intake.origin("Shop " + mark, "import", Actor.SYSTEM);
    }

    @Test
    void givesBothBackExactly() {
        var ann = person("1", Map.of(FULL_NAME, "Ann", EMAIL, address("ann"), CITY, "Kyiv"));
        clock.advance(Duration.ofDays(1));
        var anna = person("2", Map.of(FULL_NAME, "Anna Lee", EMAIL, address("anna")));
        var before = List.of(undated(ann), undated(anna));

        var merge = merges.merge(number(ann), number(anna), HAND);

        assertThat(row(ann).getFullName()).isEqualTo("Anna Lee");
        assertThat(row(ann).getCity()).isEqualTo("Kyiv");
        assertThat(row(anna).getState()).isEqualTo("merged");
        assertThat(room.customers().find(row(anna).getId()).id()).isEqualTo(row(ann).getId());
        assertThat(room.keys().ofOwnIds(List.of(row(anna).getId())).values())
                .extracting(CustomerKeys.Found::customer)
                .containsExactly(number(ann));
        assertThat(told).hasSize(1).first().isInstanceOf(PeopleMerged.class);

        merges.undo(merge);

        assertThat(List.of(undated(ann), undated(anna))).isEqualTo(before);
        assertThat(List.of(row(ann).getFullName(), row(anna).getFullName())).containsExactly("Ann", "Anna Lee");
        assertThat(POSTGRES.dsl()
                        .fetchCount(
                                SUBJECT_LINK,
                                SUBJECT_LINK.CUSTOMER_NUMBER.in(number(ann), number(anna)),
                                SUBJECT_LINK.HOME_NUMBER.isNotNull()))
                .isZero();
        assertThat(told).hasSize(2).last().isInstanceOf(MergeUndone.class);
    }

    @Test
    void sortsWhatCameInBetweenByWhatItWasKnownBy() {
        var ann = person("1", Map.of(EMAIL, address("ann")));
        var anna = person("2", Map.of(EMAIL, address("anna"), PHONE, "+38050111" + (1000 + sources)));
        var merge = merges.merge(number(ann), number(anna), HAND);

        var byAddress = person("3", Map.of(EMAIL, address("anna"), CITY, "Lviv"));
        var byThatOne = person("4", Map.of(PHONE, "+38050111" + (1000 + sources)));
        var ofTheOther = person("5", Map.of(EMAIL, address("ann")));
        person("2", Map.of(EMAIL, address("anna"), FULL_NAME, "Anna"));

        assertThat(List.of(byAddress, byThatOne, ofTheOther))
                .extracting(Accepted::customerNumber)
                .containsOnly(number(ann));
        merges.undo(merge);

        assertThat(owner(byAddress)).isEqualTo(number(anna));
        assertThat(owner(byThatOne)).isEqualTo(number(anna));
        assertThat(owner(ofTheOther)).isEqualTo(number(ann));
        assertThat(row(anna).getCity()).isEqualTo("Lviv");
        assertThat(row(ann).getFullName()).isEmpty();
    }

    @Test
    void findsTheKeptOneByTheIdOfTheOther() {
        var kept = person("1", Map.of(FULL_NAME, "Kept"));
        var other = person("2", Map.of(FULL_NAME, "Other"));
        merges.merge(number(kept), number(other), HAND);

        assertThat(person("2", Map.of(CITY, "Odesa")).customerNumber()).isEqualTo(number(kept));
        assertThat(row(kept).getCity()).isEqualTo("Odesa");
    }

    @Test
    void takesMergesBackInAnyOrder() {
        var a = person("1", Map.of(FULL_NAME, "A"));
        var b = person("2", Map.of(FULL_NAME, "B"));
        var c = person("3", Map.of(FULL_NAME, "C"));
        var inner = merges.merge(number(a), number(b), HAND);
        var outer = merges.merge(number(c), number(a), HAND);
        assertThat(room.customers().find(row(b).getId()).number()).isEqualTo(number(c));

        merges.undo(inner);
        assertThat(List.of(owner(a), owner(b), owner(c))).containsExactly(number(c), number(b), number(c));
        var again = merges.merge(number(c), number(b), HAND);
        merges.undo(outer);
        assertThat(List.of(owner(a), owner(b), owner(c))).containsExactly(number(a), number(c), number(c));
        merges.undo(again);

        assertThat(List.of(owner(a), owner(b), owner(c))).containsExactly(number(a), number(b), number(c));
        assertThat(List.of(row(a).getFullName(), row(b).getFullName(), row(c).getFullName()))
                .containsExactly("A", "B", "C");
    }

    @Test
    void refusesWhatHasNoMeaningAndSaysWhy() {
        var a = person("1", Map.of(FULL_NAME, "A"));
        var b = person("2", Map.of(FULL_NAME, "B"));
        var c = person("3", Map.of(FULL_NAME, "C"));
        var merge = merges.merge(number(a), number(b), HAND);

        refused(CustomersFault.MERGE_SAME, () -> merges.merge(number(a), number(a), HAND));
        refused(CustomersFault.MERGE_MERGED, () -> merges.merge(number(c), number(b), HAND));
        refused(CustomersFault.MERGE_MERGED, () -> merges.merge(number(b), number(c), HAND));
        refused(CustomersFault.CUSTOMER_NOT_FOUND, () -> merges.merge(number(a), Integer.MAX_VALUE, HAND));
        refused(CustomersFault.MERGE_NOT_FOUND, () -> merges.undo(UUID.randomUUID()));
        merges.undo(merge);
        refused(CustomersFault.MERGE_UNDONE, () -> merges.undo(merge));
    }

    @Test
    void showsWhatWasChosenAsLongAsTheMergeHolds() {
        var a = person("1", Map.of(FULL_NAME, "Chosen", CITY, "Kyiv"));
        var b = person("2", Map.of(FULL_NAME, "Later", CITY, "Lviv"));

        var merge =
                merges.merge(number(a), number(b), new MergeCause.ByHand(Actor.SYSTEM, Map.of(FULL_NAME, "Chosen")));

        assertThat(row(a).getFullName()).isEqualTo("Chosen");
        assertThat(row(a).getCity()).isEqualTo("Lviv");
        merges.undo(merge);
        assertThat(row(a).getFullName()).isEqualTo("Chosen");
        assertThat(row(b).getFullName()).isEqualTo("Later");
    }

    @Test
    void givesTheKeptOneTheOwnerWhoAloneIsThereAndTakesThemBack() {
        var a = person("1", Map.of(FULL_NAME, "A"));
        var b = person("2", Map.of(FULL_NAME, "B"));
        var seller = UUID.randomUUID();
        intake.own(List.of(number(b)), seller, Actor.SYSTEM);

        var merge = merges.merge(number(a), number(b), HAND);
        assertThat(row(a).getOwnerId()).isEqualTo(seller);
        merges.undo(merge);

        assertThat(row(a).getOwnerId()).isNull();
        assertThat(row(b).getOwnerId()).isEqualTo(seller);
        assertThat(POSTGRES.dsl().fetchCount(MERGE, MERGE.UNDONE_AT.isNotNull()))
                .isPositive();
    }

    private static void refused(CustomersFault code, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private Accepted person(String key, Map<ProfileField, @Nullable String> profile) {
        return intake.accept(
                        shop.of(UUID.randomUUID()),
                        List.of(IncomingCustomer.identified(SubjectKey.external(shop.sourceCode(), key), profile)))
                .getFirst();
    }

    private String address(String name) {
        return name + "-" + mark + "@example.com";
    }

    private static int number(Accepted one) {
        return one.customerNumber();
    }

    private int owner(Accepted one) {
        return room.customers().customerOf(one.subjectNumber()).orElseThrow();
    }

    private CustomerRecord undated(Accepted one) {
        var row = row(one);
        row.setUpdatedAt(Instant.EPOCH);
        return row;
    }

    private CustomerRecord row(Accepted one) {
        return Objects.requireNonNull(POSTGRES.dsl()
                .selectFrom(CUSTOMER)
                .where(CUSTOMER.NUMBER.eq(number(one)))
                .fetchOne());
    }
}
