package bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void takesTheMiddleOfAnOddNumberAndTheMeanOfTheTwoMiddlesOfAnEvenOne() {
        assertThat(Figures.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5.0);
        assertThat(Figures.median(List.of(9.0, 1.0, 5.0, 6.0))).isEqualTo(5.5);
    }

    @Test
    void findsABenchByItsName() throws Exception {
        assertThat(Bench.named("start")).isInstanceOf(StartBench.class);
    }
}
