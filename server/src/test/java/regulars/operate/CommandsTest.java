package regulars.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words after the jar's name. */
class CommandsTest {
    @Test
    void startsTheProductOnlyWhenThatIsAsked() {
        assertThat(Commands.find()).isEmpty();
        assertThat(Commands.find("run")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h", "version", "--version"})
    void tellsAndEndsWell(String word) {
        assertThat(exit(word)).isZero();
    }

    @Test
    void endsWithUsageWhereItDoesNotKnowAWord() {
        assertThat(exit("bakcup")).isEqualTo(2);
        assertThat(exit("--server.port=80")).isEqualTo(2);
        assertThat(exit("run", "here")).isEqualTo(2);
    }

    /** Without any settings: nothing is looked at. */
    private static int exit(String... words) {
        return Commands.find(words).orElseThrow().run(Map.of());
    }
}
