package regulars.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.consent.Standing.ABSENT;
import static regulars.consent.Standing.GRANTED;
import static regulars.consent.Standing.WITHDRAWN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.access.CurrentActor;
import regulars.collect.SubjectKey;
import regulars.customers.Accepted;
import regulars.customers.CustomersFixture;
import regulars.customers.IncomingCustomer;
import regulars.customers.MergeCause;
import regulars.customers.MergeUndone;
import regulars.customers.Merges;
import regulars.customers.PeopleMerged;
import regulars.customers.ProfileField;
import regulars.kernel.Actor;

class MergedConsentsTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private static final MergeCause HAND = new MergeCause.ByHand(Actor.SYSTEM);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T00:00:00Z"));
    private final CustomersFixture room = new CustomersFixture(POSTGRES.dsl(), clock);
    private final Consents consents = ConsentFixture.consents(POSTGRES.dsl(), clock, event -> {});
    private final Merges merges = room.merges(this::hear);
    private final MergedConsents merged = new MergedConsents(
            new MergedConsentStore(POSTGRES.dsl()),
            new ConsentStores(new EvidenceStore(POSTGRES.dsl()), new StateStore(POSTGRES.dsl())),
            consents,
            merges,
            room.customers(),
            room.intake(),
            new CurrentActor());
    private static int people;
    private Accepted ann = person();
    private Accepted anna = person();

    private void hear(Object event) {
        if (event instanceof PeopleMerged one) merged.merged(one);
        if (event instanceof MergeUndone one) merged.undone(one);
    }

    @BeforeEach
    void annIsWithdrawnAndAnnaHasAgreedSince() {
        ann = person();
        anna = person();
        say(ann, false);
        say(anna, true);
    }

    @Test
    void theStricterHoldsUntilThePersonAgreesAnew() {
        merges.merge(number(anna), number(ann), HAND);
        assertThat(standing(anna)).isEqualTo(WITHDRAWN);

        say(anna, true);

        assertThat(standing(anna)).isEqualTo(GRANTED);
    }

    @Test
    void eachHasTheirOwnWordsAgain() {
        var merge = merges.merge(number(anna), number(ann), HAND);
        assertThat(standing(ann)).isEqualTo(ABSENT); // there is no such customer now

        merges.undo(merge);

        assertThat(List.of(standing(ann), standing(anna))).containsExactly(WITHDRAWN, GRANTED);
    }

    @Test
    void whatAnotherMergeCarriedGoesWithThePersonItCameFrom() {
        var carla = person();
        say(carla, true);
        var inner = merges.merge(number(anna), number(ann), HAND);
        clock.advance(Duration.ofHours(1));
        var outer = merges.merge(number(carla), number(anna), HAND);
        assertThat(standing(carla)).isEqualTo(WITHDRAWN);

        merges.undo(inner);

        assertThat(List.of(standing(carla), standing(ann))).containsExactly(GRANTED, WITHDRAWN);
        merges.undo(outer);
        assertThat(List.of(standing(carla), standing(anna))).containsExactly(GRANTED, GRANTED);
    }

    @Test
    void aWithdrawalInBetweenHoldsForBothWhereNothingTellsWhoseItIs() {
        var carla = person();
        say(carla, true);
        var merge = merges.merge(number(anna), number(carla), HAND);
        clock.advance(Duration.ofHours(1));
        long hand = room.intake().subjectByHand(room.customers().find(id(anna)), Actor.SYSTEM);
        consents.record(NewEvidence.withdrawn(hand, Channel.EMAIL, "marketing", proof()));

        merges.undo(merge);

        assertThat(List.of(standing(anna), standing(carla))).containsExactly(WITHDRAWN, WITHDRAWN);
    }

    @Test
    void aWithdrawalInBetweenIsOfWhoseAddressItNames() {
        var carla = person();
        say(carla, true);
        var merge = merges.merge(number(anna), number(carla), HAND);
        clock.advance(Duration.ofHours(1));
        consents.record(NewEvidence.withdrawn(carla.subjectNumber(), Channel.EMAIL, "marketing", proof())
                .withAddress(address(people)));

        merges.undo(merge);

        assertThat(List.of(standing(anna), standing(carla))).containsExactly(GRANTED, WITHDRAWN);
    }

    private void say(Accepted who, boolean granted) {
        clock.advance(Duration.ofHours(1));
        consents.record(
                granted
                        ? NewEvidence.granted(who.subjectNumber(), Channel.EMAIL, "marketing", proof())
                        : NewEvidence.withdrawn(who.subjectNumber(), Channel.EMAIL, "marketing", proof()));
    }

    private NewEvidence.Proof proof() {
        return new NewEvidence.Proof("site", "form", Actor.SYSTEM, clock.instant());
    }

    private Standing standing(Accepted who) {
        var rights = consents.standing(List.of(number(who)), Channel.EMAIL, "marketing");
        return Objects.requireNonNull(rights.get(number(who))).standing();
    }

    private static int number(Accepted who) {
        return who.customerNumber();
    }

    private UUID id(Accepted who) {
        return Objects.requireNonNull(room.customers().ids(List.of(number(who))).get(number(who)));
    }

    private static String address(int person) {
        return "merged" + person + "@example.com";
    }

    private Accepted person() {
        var intake = room.intake();
        var key = SubjectKey.external("merged", Integer.toString(++people));
        return intake.accept(
                        intake.origin("Merged", "import", Actor.SYSTEM),
                        List.of(IncomingCustomer.identified(key, Map.of(ProfileField.EMAIL, address(people)))))
                .getFirst();
    }
}
