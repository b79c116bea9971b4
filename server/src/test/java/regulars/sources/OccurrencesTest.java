package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OccurrencesTest {
    @Property(tries = 200)
    void countsAsAMapWould(@ForAll List<@IntRange(min = 0, max = 20) Integer> texts) {
        var occurrences = new Occurrences();
        var counts = new HashMap<String, Integer>();

        for (Integer text : texts) {
            assertThat(occurrences.next("t" + text)).isEqualTo(counts.merge("t" + text, 1, Integer::sum));
        }
    }

    @Test
    void countsOnWhenItGrows() {
        var occurrences = new Occurrences();
        for (int i = 0; i < 20_000; i++)
            assertThat(occurrences.next("row " + i)).isEqualTo(1);
        for (int i = 0; i < 20_000; i++)
            assertThat(occurrences.next("row " + i)).isEqualTo(2);
    }
}
