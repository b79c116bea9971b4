package regulars.sources.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import regulars.kernel.Fault;
import regulars.sources.SourcesFault;

class DecimalsTest {
    /** What a spreadsheet writes for an amount, in any of the usual dresses, is read back as the same cents. */
    @Property
    void readsWhatSpreadsheetsWrite(
            @ForAll @LongRange(min = -999_999_999_999L, max = 999_999_999_999L) long cents,
            @ForAll DecimalMark mark,
            @ForAll boolean grouped,
            @ForAll boolean spaced) {
        var symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setDecimalSeparator(mark.mark());
        symbols.setGroupingSeparator(spaced ? '\u00a0' : mark.group());
        var written = new DecimalFormat(grouped ? "#,##0.00" : "0.00", symbols).format(BigDecimal.valueOf(cents, 2));

        assertThat(Decimals.minor(written, mark, "USD")).isEqualTo(cents);
        assertThat(Decimals.minor(written, null, "USD")).isEqualTo(cents);
    }

    @Property
    void agreesWithBigDecimal(@ForAll long unscaled, @ForAll @LongRange(min = 0, max = 9) long scale) {
        var number = BigDecimal.valueOf(unscaled, (int) scale);

        assertThat(Decimals.parse(number.toPlainString(), DecimalMark.POINT)).isEqualByComparingTo(number);
        assertThat(Decimals.parse(number.toPlainString().replace('.', ','), DecimalMark.COMMA))
                .isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$12.34|USD|1234",
                "12,34 €|EUR|1234",
                "USD 1,234.5|USD|123450",
                "1 234,50 грн|UAH|123450",
                "1'234.50|CHF|123450",
                "1500|JPY|1500",
                "−5.00|USD|-500",
                "12.3400|USD|1234",
                ".5|USD|50",
                "1.234|KWD|1234",
            })
    void readsMoneyWithItsSigns(String given, String currency, long minor) {
        assertThat(Decimals.minor(given, currency.equals("KWD") ? DecimalMark.POINT : null, currency))
                .isEqualTo(minor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "12.3.4", "1,2,3", "--5", "1e5", "0x10", "12 34 56.7.8", "=1+1", "∞", "NaN"})
    void refusesWhatIsNoNumber(String given) {
        assertFault(() -> Decimals.parse(given, null), SourcesFault.NUMBER_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "1.234", "-12,345"})
    void refusesToGuessWhetherThousandsOrFractions(String given) {
        assertFault(() -> Decimals.parse(given, null), SourcesFault.NUMBER_AMBIGUOUS);
        assertThat(Decimals.parse(given, DecimalMark.COMMA))
                .isNotEqualByComparingTo(Decimals.parse(given, DecimalMark.POINT));
    }

    @Test
    void neverRoundsMoney() {
        assertFault(() -> Decimals.minor("12.345", DecimalMark.POINT, "USD"), SourcesFault.MONEY_TOO_PRECISE);
        assertFault(() -> Decimals.minor("0.5", DecimalMark.POINT, "JPY"), SourcesFault.MONEY_TOO_PRECISE);
        assertFault(() -> Decimals.minor("99999999999999999999", null, "USD"), SourcesFault.MONEY_TOO_LARGE);
    }

    private static void assertFault(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, @Nullable SourcesFault code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
