package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import regulars.kernel.Fault;

class TaxIdKindTest {
    /** Published numbers of large companies. */
    @ParameterizedTest
    @CsvSource({
        "INN, 7707083893, 7707083893",
        "INN, 77 0708 3893, 7707083893",
        "INN, 500100732259, 500100732259",
        "EDRPOU, 14360570, 14360570",
        "EDRPOU, 40075815, 40075815",
        "EDRPOU, 00032129, 00032129",
        "USCC, 914403001922038216, 914403001922038216",
        "USCC, 91110000802100433b, 91110000802100433B",
        "OTHER, de 129273398, DE 129273398",
    })
    void takesARealNumber(TaxIdKind kind, String written, String kept) {
        assertThat(kind.normalise(written)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "INN, 7707083894",
        "INN, 500100732258",
        "INN, 500100732249",
        "INN, 770708389",
        "EDRPOU, 14360571",
        "EDRPOU, 40075816",
        "EDRPOU, 1436057",
        "USCC, 914403001922038217",
        "USCC, 9144030019220382I6",
        "OTHER, x",
    })
    void refusesAWrongOne(TaxIdKind kind, String written) {
        assertThatThrownBy(() -> kind.normalise(written))
                .isInstanceOf(Fault.class)
                .extracting(fault -> ((Fault) fault).code())
                .isEqualTo(CustomersFault.TAX_ID_INVALID);
    }

    /** What check digits are for: a changed digit, and two neighbours exchanged, are noticed. */
    @ParameterizedTest
    @CsvSource({"INN, 7707083893", "INN, 500100732259", "EDRPOU, 14360570", "EDRPOU, 40075815"})
    void noticesAnyOneWrongDigit(TaxIdKind kind, String number) {
        for (int at = 0; at < number.length(); at++) {
            char next = number.charAt(at) == '9' ? '0' : (char) (number.charAt(at) + 1);
            var wrong = number.substring(0, at) + next + number.substring(at + 1);
            assertThatThrownBy(() -> kind.normalise(wrong)).as(wrong).isInstanceOf(Fault.class);
        }
    }
}
