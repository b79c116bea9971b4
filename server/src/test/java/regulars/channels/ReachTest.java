package regulars.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.customers.ProfileField.EMAIL;
import static regulars.customers.ProfileField.GIVEN_NAME;
import static regulars.customers.ProfileField.PHONE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.access.TestOrganisations;
import regulars.collect.SubjectKey;
import regulars.consent.Channel;
import regulars.consent.ConsentFixture;
import regulars.consent.Consents;
import regulars.consent.NewEvidence;
import regulars.customers.Accepted;
import regulars.customers.CustomersFixture;
import regulars.customers.IncomingCustomer;
import regulars.customers.Origin;
import regulars.customers.ProfileField;
import regulars.kernel.Actor;
import regulars.segments.ReachChannel;
import regulars.segments.Rule;
import regulars.segments.SegmentsFixture;
import regulars.warehouse.TestMirror;

/** "Reachable now" of segments is the send gate's own answer: both are asked about the same random people. */
class ReachTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final int PEOPLE = 120;

    private final Random random = new Random(20261122);
    private final SettableClock clock = new SettableClock(NOON);

    @Test
    void segmentsReachExactlyThoseWhomTheGateLetsThrough() {
        try (var postgres = new TestPostgres().create();
                var mirror = new TestMirror(postgres.dataSource(), clock)) {
            var room = new CustomersFixture(postgres.dsl(), clock);
            var consents = ConsentFixture.consents(postgres.dsl(), clock, _ -> {});
            var people = people(room);
            for (var person : people) say(consents, room, person);
            mirror.catchUp();

            var organisations = TestOrganisations.in(postgres.dsl(), ZoneId.of("Europe/Kyiv"), "USD");
            var segments = new SegmentsFixture(postgres.dsl(), mirror.warehouse(), organisations, clock);
            var numbers =
                    people.stream().map(Accepted::customerNumber).distinct().toList();
            var messages = room.customers().recipients(numbers).stream()
                    .map(one -> new NewMessage(UUID.randomUUID(), one.number(), one.subjectNumber(), one.email(), null))
                    .toList();
            for (String purpose : List.of("marketing", "service")) {
                var passed = new Gate(new ConsentRights(consents, room.customers()))
                        .decide(messages, purpose, new HashSet<>()).stream()
                                .filter(decided -> decided.reason() == null)
                                .map(decided -> decided.message().customerNumber())
                                .collect(Collectors.toSet());

                assertThat(segments.numbers(new Rule.ReachableRule(ReachChannel.EMAIL, purpose), NOON))
                        .as(purpose)
                        .isEqualTo(passed)
                        .hasSizeBetween(PEOPLE / 10, PEOPLE / 2);
            }
        }
    }

    /** Each with a name, most with an e-mail and a phone of their own; some are met again under another id. */
    private List<Accepted> people(CustomersFixture room) {
        var intake = room.intake();
        var shop = intake.origin("Shop", "import", Actor.SYSTEM);
        var till = intake.origin("Till", "import", Actor.SYSTEM);
        List<Accepted> accepted = new ArrayList<>();
        accepted.addAll(intake.accept(shop.of(UUID.randomUUID()), persons(shop, PEOPLE)));
        accepted.addAll(intake.accept(till.of(UUID.randomUUID()), persons(till, PEOPLE / 3)));
        return accepted;
    }

    private List<IncomingCustomer> persons(Origin from, int number) {
        List<IncomingCustomer> persons = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            var key = SubjectKey.external(from.sourceCode(), "reach" + i);
            Map<ProfileField, @Nullable String> profile = new HashMap<>();
            profile.put(GIVEN_NAME, "Person " + i);
            if (random.nextInt(5) > 0) profile.put(EMAIL, "reach" + i + "@example.com");
            if (random.nextInt(2) > 0) profile.put(PHONE, "+3805011" + (10_000 + i));
            persons.add(IncomingCustomer.identified(key, profile));
        }
        return persons;
    }

    private void say(Consents consents, CustomersFixture room, Accepted person) {
        for (String purpose : List.of("marketing", "service")) {
            int times = random.nextInt(3);
            for (int i = 0; i < times; i++) {
                boolean granted = random.nextInt(3) > 0;
                var at = NOON.minus(Duration.ofMinutes(random.nextInt(3)));
                consents.record(evidence(person.subjectNumber(), purpose, granted, at));
            }
        }
        var email = room.customers()
                .recipients(List.of(person.customerNumber()))
                .getFirst()
                .email();
        if (email == null) return;
        if (random.nextInt(6) == 0) consents.suppress(Channel.EMAIL, email, "manual", Map.of());
        if (random.nextInt(9) == 0) consents.suppress(Channel.SMS, email, "manual", Map.of());
        if (random.nextInt(7) == 0) room.customers().markInvalid("email", email, "bounced");
    }

    private NewEvidence evidence(long subject, String purpose, boolean granted, Instant at) {
        var method = random.nextBoolean() ? "import" : "form";
        var proof = new NewEvidence.Proof("test", method, Actor.SYSTEM, at);
        return granted
                ? NewEvidence.granted(subject, Channel.EMAIL, purpose, proof)
                : NewEvidence.withdrawn(subject, Channel.EMAIL, purpose, proof);
    }
}
