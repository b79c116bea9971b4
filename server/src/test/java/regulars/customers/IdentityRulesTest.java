package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.customers.ProfileField.EMAIL;
import static regulars.customers.ProfileField.FULL_NAME;
import static regulars.customers.ProfileField.GIVEN_NAME;
import static regulars.customers.ProfileField.PHONE;
import static schema.customers.Tables.IDENTITY_DOUBT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.collect.SubjectKey;
import regulars.kernel.Actor;

class IdentityRulesTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private static final IdentityRules SHIPPED = new IdentityRules(true, true, false, true, 12);
    private static int sources;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T00:00:00Z"));
    private final CustomersFixture room = new CustomersFixture(POSTGRES.dsl(), clock);
    private final CustomerIntake intake = room.intake();
    private final IdentityRuleStore rules = new IdentityRuleStore(POSTGRES.dsl());
    private Origin shop = intake.origin("unset", "import", Actor.SYSTEM);
    private String mark = "";

    @BeforeEach
    void takesASourceOfItsOwn() {
        mark = "i" + ++sources;
        shop = intake.origin("Rules " + mark, "import", Actor.SYSTEM);
    }

    @AfterEach
    void restoresTheRules() {
        rules.save(SHIPPED);
    }

    @ParameterizedTest
    @CsvSource({
        "Ann Lee, Anna Lee, false",
        "Ann Lee, ann  LÉE, false",
        "Ann Lee, Lee Ann, false",
        "A. Lee, Ann Lee, false",
        "Ann, Ann Lee, false",
        "Ann Lee, Bob Lee, true",
        "Мария Иванова, Мария Петрова, true",
        "Олександр Коваль, Oleksandr Koval, false",
        "张伟, 张伟, false",
        "张伟, 李娜, true",
        "Jon Smith, John Smith, false",
        "Jon, Bob, true",
    })
    void tellsNamesThatContradictOneAnother(String one, String other, boolean contradict) {
        assertThat(new PersonNames(null, one).contradicts(new PersonNames(null, other)))
                .isEqualTo(contradict);
        assertThat(new PersonNames(null, other).contradicts(new PersonNames(null, one)))
                .isEqualTo(contradict);
    }

    @Test
    void keepsAFamilyWithOneMailboxApartAndAsksPeople() {
        var ann = person("1", Map.of(GIVEN_NAME, "Ann", EMAIL, email("family")));
        var bob = person("2", Map.of(GIVEN_NAME, "Bob", EMAIL, email("family")));
        var bobAgain = person("3", Map.of(FULL_NAME, "Bob Lee", EMAIL, email("family")));
        var nameless = person("4", Map.of(EMAIL, email("family")));

        assertThat(bob.customerNumber()).isNotEqualTo(ann.customerNumber());
        assertThat(bobAgain.customerNumber()).isEqualTo(bob.customerNumber());
        assertThat(nameless.customerNumber()).isEqualTo(ann.customerNumber());
        assertThat(doubts(ann, bob)).containsExactly("name");
    }

    @Test
    void keepsThemApartInOneFileToo() {
        var people = intake.accept(
                shop.of(UUID.randomUUID()),
                List.of(
                        said("1", Map.of(GIVEN_NAME, "Ann", EMAIL, email("one-file"))),
                        said("2", Map.of(GIVEN_NAME, "Bob", EMAIL, email("one-file")))));

        assertThat(people.getFirst().customerNumber())
                .isNotEqualTo(people.getLast().customerNumber());
        assertThat(doubts(people.getFirst(), people.getLast())).containsExactly("name");
    }

    @Test
    void givesANumberThatWasLongSilentToNobodyOfAnotherName() {
        rules.save(new IdentityRules(true, true, false, false, 12));
        var ann = person("1", Map.of(GIVEN_NAME, "Ann", PHONE, phone()));
        clock.advance(Duration.ofDays(400));

        var stranger = person("2", Map.of(GIVEN_NAME, "Bob", PHONE, phone()));

        assertThat(stranger.customerNumber()).isNotEqualTo(ann.customerNumber());
        assertThat(doubts(ann, stranger)).containsExactly("recycled");
        assertThat(person("3", Map.of(PHONE, phone())).customerNumber()).isEqualTo(ann.customerNumber());
        assertThat(person("4", Map.of(GIVEN_NAME, "Cyril", PHONE, phone())).customerNumber())
                .as("confirmed today, and names need not agree")
                .isEqualTo(ann.customerNumber());
    }

    @Test
    void letsTheMailDecideOverThePhoneOfAnotherAndAsksPeople() {
        var ann = person("1", Map.of(EMAIL, email("keys")));
        var bob = person("2", Map.of(PHONE, phone()));

        var both = person("3", Map.of(EMAIL, email("keys"), PHONE, phone()));

        assertThat(both.customerNumber()).isEqualTo(ann.customerNumber());
        assertThat(doubts(ann, bob)).containsExactly("keys");
        rules.save(new IdentityRules(true, true, true, true, 12));
        assertThat(person("4", Map.of(EMAIL, email("keys"), PHONE, phone() + "1"))
                        .customerNumber())
                .isEqualTo(ann.customerNumber());
    }

    @Test
    void recognisesNobodyByAddressesOfASourceThatIsNotTrusted() {
        var ann = person("1", Map.of(EMAIL, email("trust")));
        rules.trust(shop.sourceId(), false);

        var again = person("2", Map.of(EMAIL, email("trust")));

        assertThat(again.customerNumber()).isNotEqualTo(ann.customerNumber());
        assertThat(person("1", Map.of(EMAIL, email("trust"))).customerNumber()).isEqualTo(ann.customerNumber());
    }

    private static List<String> doubts(Accepted one, Accepted other) {
        return POSTGRES.dsl()
                .select(IDENTITY_DOUBT.WHY)
                .from(IDENTITY_DOUBT)
                .where(
                        IDENTITY_DOUBT.FIRST_NUMBER.eq(Math.min(one.customerNumber(), other.customerNumber())),
                        IDENTITY_DOUBT.SECOND_NUMBER.eq(Math.max(one.customerNumber(), other.customerNumber())))
                .fetch(IDENTITY_DOUBT.WHY);
    }

    private Accepted person(String key, Map<ProfileField, @Nullable String> profile) {
        return intake.accept(shop.of(UUID.randomUUID()), List.of(said(key, profile)))
                .getFirst();
    }

    private IncomingCustomer said(String key, Map<ProfileField, @Nullable String> profile) {
        return IncomingCustomer.identified(SubjectKey.external(shop.sourceCode(), key), profile);
    }

    private String email(String name) {
        return name + "-" + mark + "@example.com";
    }

    private static String phone() {
        return "+38067555" + (1000 + sources);
    }
}
