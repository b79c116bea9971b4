package regulars.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoundationTest {
    @Test
    void theClockKnowsNothingFinerThanTheDatabaseKeeps() {
        var clock = new Foundation().clock();

        var moments = Stream.generate(clock::instant).limit(1_000).toList();

        assertThat(moments)
                .allSatisfy(moment -> assertThat(moment).isEqualTo(moment.truncatedTo(ChronoUnit.MICROS)))
                .isSortedAccordingTo(Instant::compareTo);
    }
}
