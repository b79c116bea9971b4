package regulars.campaigns.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ControlGroupTest {
    @Test
    void isThePlannedShareAndAlwaysTheSamePeople() {
        var group = new ControlGroup(new UUID(1, 2), 0.1);
        var again = new ControlGroup(new UUID(1, 2), 0.1);

        long held = IntStream.range(0, 100_000).filter(group::holds).count();

        assertThat(held).isBetween(9_700L, 10_300L);
        assertThat(IntStream.range(0, 1_000)).allMatch(person -> group.holds(person) == again.holds(person));
    }

    @Test
    void anotherCampaignChoosesIndependently() {
        var one = new ControlGroup(new UUID(1, 2), 0.5);
        var other = new ControlGroup(new UUID(1, 3), 0.5);

        long both = IntStream.range(0, 100_000)
                .filter(person -> one.holds(person) && other.holds(person))
                .count();

        assertThat(both).isBetween(24_400L, 25_600L);
    }

    @Test
    void nothingAndEverything() {
        assertThat(IntStream.range(0, 1_000)).noneMatch(new ControlGroup(new UUID(4, 2), 0)::holds);
        assertThat(IntStream.range(0, 1_000)).allMatch(new ControlGroup(new UUID(4, 2), 1)::holds);
    }
}
