package regulars.forms;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import regulars.forms.Friction.Trial;

class FrictionTest {
    /** 81 of 263: the example of Newcombe 1998, 95 % by Wilson. */
    @Test
    void givesSharesWilsonsInterval() {
        var share = requireNonNull(Friction.share(81, 263));

        assertThat(share.low()).isCloseTo(0.2553, within(0.0001));
        assertThat(share.high()).isCloseTo(0.3662, within(0.0001));
        assertThat(Friction.share(0, 0)).isNull();
    }

    @Test
    void findsThatEachFieldCostsATenth() {
        var trials = new ArrayList<Trial>();
        for (int fields = 2; fields <= 8; fields++)
            trials.add(new Trial(fields, 10_000, Math.round(10_000 * 0.5 * Math.pow(0.9, fields))));

        var ratio = requireNonNull(Friction.ratioPerField(trials));

        assertThat(ratio.value()).isCloseTo(0.9, within(0.001));
        assertThat(ratio.low()).isBetween(0.88, 0.9);
        assertThat(ratio.high()).isBetween(0.9, 0.92);
    }

    /** Two lengths have one slope: the ratio of their shares. */
    @Test
    void agreesWithTheRatioOfTwoLengths() {
        var ratio = requireNonNull(Friction.ratioPerField(List.of(new Trial(3, 1_000, 300), new Trial(5, 2_000, 486))));

        assertThat(ratio.value()).isCloseTo(Math.sqrt(0.243 / 0.3), within(1e-6));
    }

    @Test
    void saysNothingOfFiguresThatAreTooSmall() {
        assertThat(Friction.ratioPerField(List.of(new Trial(3, 90, 30), new Trial(5, 90, 20))))
                .isNull();
        assertThat(Friction.ratioPerField(List.of(new Trial(3, 900, 30), new Trial(3, 900, 20))))
                .isNull();
        assertThat(Friction.ratioPerField(List.of(new Trial(3, 900, 8), new Trial(5, 900, 2))))
                .isNull();
        assertThat(Friction.difference(new Trial(3, 99, 9), new Trial(4, 900, 9)))
                .isNull();
    }

    /** Of figures so large it is the usual normal interval: 0.2 and 0.0143 to both sides. */
    @Test
    void givesDifferencesNewcombesInterval() {
        var change = requireNonNull(Friction.difference(new Trial(3, 8_000, 4_800), new Trial(4, 7_000, 5_600)));

        assertThat(change.value()).isCloseTo(0.2, within(1e-9));
        assertThat(change.low()).isBetween(0.18, 0.2);
        assertThat(change.high()).isBetween(0.2, 0.22);
    }
}
