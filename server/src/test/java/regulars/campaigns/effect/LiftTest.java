package regulars.campaigns.effect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class LiftTest {
    private static final double CONTROL_SHARE = 0.1;

    @Test
    void aThousandCampaignsWithoutEffectCoverZeroAsOftenAsPromised() {
        int covered = covering(6_000, 0, 0);

        assertThat(covered).isBetween(930, 970);
    }

    @Test
    void aThousandCampaignsWithAPlantedEffectCoverItAsOften() {
        int covered = covering(6_000, 4, 4);

        assertThat(covered).isBetween(930, 970);
    }

    @Test
    void agreesWithWelchsTestDoneByHand() {
        // Values 20, 22, 19, 24, 25 against 28, 30, 26, 35: means 22 and 29.75, variances 6.5 and 14.917.
        var first = new Arm(5, 5, 110, 20 * 20 + 22 * 22 + 19 * 19 + 24 * 24 + 25 * 25);
        var second = new Arm(4, 4, 119, 28 * 28 + 30 * 30 + 26 * 26 + 35 * 35);

        var lift = requireNonNull(Lift.ofRevenue(first, second));

        assertThat(lift.difference()).isCloseTo(-7.75, within(1e-9));
        // standard error sqrt(1.3 + 3.7292) = 2.2426, 5.0 degrees of freedom, t = 2.577
        assertThat(lift.high() - lift.difference()).isCloseTo(5.78, within(0.03));
        assertThat(lift.proven()).isTrue();
    }

    @Test
    void tellsNothingWhereThereIsNothingToTell() {
        assertThat(Lift.ofRevenue(new Arm(1, 1, 5, 25), new Arm(100, 0, 0, 0))).isNull();
        assertThat(Lift.ofRevenue(new Arm(100, 0, 0, 0), new Arm(100, 0, 0, 0))).isNull();
    }

    @Test
    void moneyBroughtIsTheLiftOfEverybodyTreated() {
        assertThat(new Lift(2, -1, 5).times(1_000)).isEqualTo(new Lift(2_000, -1_000, 5_000));
    }

    @Test
    void theShareOfBuyersHasItsOwnInterval() {
        var lift = requireNonNull(Lift.ofConversion(new Arm(1_000, 120, 9_999, 1e9), new Arm(1_000, 80, 9_999, 1e9)));

        assertThat(lift.difference()).isCloseTo(0.04, within(1e-9));
        assertThat(lift.low()).isBetween(0.01, 0.02);
    }

    @Test
    void alarmsWhenTheSidesAreNotOfTheirSizes() {
        assertThat(SampleRatio.of(9_000, 1_000, 0.1).mismatch()).isFalse();
        assertThat(SampleRatio.of(9_040, 960, 0.1).mismatch()).isFalse();
        assertThat(SampleRatio.of(9_150, 850, 0.1).mismatch()).isTrue();
        assertThat(SampleRatio.of(100, 0, 0).mismatch()).isFalse();
    }

    /** How many of a thousand seeded campaigns have the true effect in their interval. */
    private static int covering(int people, double effect, double truth) {
        int covered = 0;
        for (int campaign = 0; campaign < 1_000; campaign++) {
            var random = new Random(20_261_122L + campaign);
            var control = new ControlGroup(new UUID(campaign, 7), CONTROL_SHARE);
            var treatedArm = new Sums();
            var controlArm = new Sums();
            IntToDoubleFunction spends = _ -> spend(random);
            for (int person = 0; person < people; person++) {
                double spent = spends.applyAsDouble(person);
                if (control.holds(person)) controlArm.add(spent);
                else treatedArm.add(spent + effect);
            }
            var lift = requireNonNull(Lift.ofRevenue(treatedArm.arm(), controlArm.arm()));
            if (lift.low() <= truth && truth <= lift.high()) covered++;
        }
        return covered;
    }

    /** Most buy nothing, a fifth spend log-normally: a mean of about 66 with a tail of ten times that. */
    private static double spend(Random random) {
        return random.nextDouble() < 0.8 ? 0 : Math.exp(3.8 + 0.9 * random.nextGaussian());
    }

    private static final class Sums {
        private long people;
        private long buyers;
        private double sum;
        private double squares;

        void add(double spent) {
            people++;
            if (spent > 0) buyers++;
            sum += spent;
            squares += spent * spent;
        }

        Arm arm() {
            return new Arm(people, buyers, sum, squares);
        }
    }
}
