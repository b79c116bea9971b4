package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.customers.Tables.CUSTOMER;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.collect.SubjectKey;
import regulars.kernel.Actor;

class OnlyRecordTest {
    private static final int PEOPLE = 400;

    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T00:00:00Z"));
    private final CustomerIntake intake = new CustomersFixture(POSTGRES.dsl(), clock).intake();

    @Test
    void newPeopleAreWhatTheirRecordsProjectTo() {
        var random = new Random(20_261_122);
        var origin = intake.origin("Shop", "import", Actor.SYSTEM).of(UUID.randomUUID());
        var people = new ArrayList<IncomingCustomer>();
        for (int i = 0; i < PEOPLE; i++) people.add(person(random, i));
        var numbers = intake.accept(origin, people).stream()
                .map(Accepted::customerNumber)
                .distinct()
                .toList();
        assertThat(numbers).hasSizeBetween(PEOPLE / 2, PEOPLE - 1);
        var made = people();

        clock.advance(Duration.ofDays(1));
        new ProjectionStore(POSTGRES.dsl()).refresh(numbers, clock.instant());

        assertThat(made).isEqualTo(people());
    }

    private static IncomingCustomer person(Random random, int number) {
        var profile = new EnumMap<ProfileField, @Nullable String>(ProfileField.class);
        for (ProfileField field : ProfileField.values()) {
            int chance = random.nextInt(5);
            if (chance == 0) profile.put(field, null);
            else if (chance < 4) profile.put(field, value(random, field, number));
        }
        // one in so many is the same id, address or person again
        var key = SubjectKey.external("shop", "p" + (random.nextInt(8) == 0 ? number / 2 : number));
        return IncomingCustomer.identified(key, profile);
    }

    private static String value(Random random, ProfileField field, int number) {
        boolean chinese = random.nextInt(3) == 0;
        return switch (field) {
            case EXTERNAL_ID -> "p" + number;
            case GIVEN_NAME -> chinese ? "\u4f1f" : "Anna\tMaria \\N";
            case MIDDLE_NAME -> "\u0406\u0432\u0430\u043d\u0456\u0432\u043d\u0430";
            case FAMILY_NAME -> chinese ? "\u738b" : "O'Hara \"the\nsecond\"";
            case FULL_NAME -> "Somebody " + number;
            case EMAIL -> "only" + (random.nextInt(8) == 0 ? number / 2 : number) + "@example.com";
            case PHONE -> "+3805011%05d".formatted(number);
            case LANGUAGE -> "uk";
            case ZONE -> "Europe/Kyiv";
            case COUNTRY -> "UA";
            case REGION -> "Region\r\nof\\" + number;
            case CITY -> "City " + number % 7;
            case DISTRICT -> "District " + number % 5;
            case BIRTH_DATE -> "1990-01-%02d".formatted(1 + number % 28);
            case SEX -> random.nextBoolean() ? "female" : "male";
            case CREATED_AT -> "2020-01-%02dT10:00:00.123456Z".formatted(1 + number % 28);
        };
    }

    private static List<?> people() {
        return POSTGRES.dsl()
                .select(CUSTOMER.fields())
                .from(CUSTOMER)
                .orderBy(CUSTOMER.NUMBER)
                .fetch()
                .into(CUSTOMER)
                .map(one -> {
                    one.setUpdatedAt(Instant.EPOCH);
                    return one;
                });
    }
}
