package regulars.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+380", "-5", "@x", "\tx", "\rx", "'=1", "''@x", "'quoted'", "plain", "a,b", "\"q\"", ""
            })
    void canBeReadBackExactly(String value) {
        var cell = CsvCells.cell(value);

        assertThat(read(cell)).isEqualTo(value);
        assertThat(unquoted(cell)).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-");
        assertThat(unquoted(cell)).doesNotStartWith("@").doesNotStartWith("\t").doesNotStartWith("\r");
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }

    private static String read(String cell) {
        return CsvCells.value(unquoted(cell));
    }
}
