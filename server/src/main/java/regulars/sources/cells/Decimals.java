package regulars.sources.cells;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;
import regulars.sources.SourcesFault;

/** Numbers and sums of money, exactly; a double never touches them. */
public final class Decimals {
    private static final int LONGEST = 40;
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2009\\u202f']");
    private static final Pattern CURRENCY = Pattern.compile("^(?:\\p{Sc}|[A-Z]{3}|[A-Z]{1,2}\\p{Sc})(?=[-+\\d.,\u2212])"
            + "|(?<=[\\d.,])(?:\\p{Sc}|[A-Z]{3}|грн\\.?|руб\\.?|р\\.?|元|圆|zł|kr)$");
    private static final Pattern PLAIN = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+|\\d\\.\\d+[eE]-\\d{2})");

    private static final Pattern POWER = Pattern.compile("\\d[eE]-\\d");

    private Decimals() {}

    /**
     * Spaces and apostrophes may stand between thousands, and so may the mark that is not the decimal one.
     *
     * @param mark null to tell from the number itself, which is refused where it could be either
     */
    public static BigDecimal parse(String given, @Nullable DecimalMark mark) {
        var text = SPACES.matcher(given.strip()).replaceAll("").replace('\u2212', '-');
        if (text.isEmpty() || text.length() > LONGEST) throw invalid(given);
        var plain = plain(text, mark == null ? guess(text, given) : mark, given);
        if (!PLAIN.matcher(plain).matches()) throw invalid(given);
        return new BigDecimal(plain);
    }

    /** A sum in minor units; a sign or code of a currency beside it is left aside, a fraction of a cent is refused. */
    public static long minor(String given, @Nullable DecimalMark mark, String currency) {
        var bare =
                CURRENCY.matcher(SPACES.matcher(given.strip()).replaceAll("")).replaceAll("");
        var amount = parse(bare.isEmpty() ? given : bare, mark);
        try {
            var exact = amount.movePointRight(digits(currency)).stripTrailingZeros();
            // only programs that reckon in floating point write powers of ten, and leave such dust
            boolean dust = exact.scale() > 0 && POWER.matcher(bare).find();
            var minor = dust ? exact.setScale(0, RoundingMode.HALF_EVEN) : exact;
            if (minor.scale() > 0) throw tooPrecise(given, currency);
            return minor.longValueExact();
        } catch (ArithmeticException e) {
            throw new Fault(
                    SourcesFault.MONEY_TOO_LARGE,
                    "The sum '" + given + "' is larger than can be kept: check the column.");
        }
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    private static String plain(String text, DecimalMark mark, String given) {
        int fraction = text.indexOf(mark.mark());
        var whole = fraction < 0 ? text : text.substring(0, fraction);
        if (whole.indexOf(mark.group()) >= 0) {
            if (!whole.matches("[-+]?\\d{1,3}(\\" + mark.group() + "\\d{3})+")) throw invalid(given);
            whole = whole.replace(String.valueOf(mark.group()), "");
        }
        return fraction < 0 ? whole : whole + '.' + text.substring(fraction + 1);
    }

    private static DecimalMark guess(String text, String given) {
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        if (comma < 0 && point < 0) return DecimalMark.POINT;
        if (comma >= 0 && point >= 0) return comma > point ? DecimalMark.COMMA : DecimalMark.POINT;
        var only = comma >= 0 ? DecimalMark.COMMA : DecimalMark.POINT;
        int at = Math.max(comma, point);
        if (text.indexOf(only.mark()) != at) return only == DecimalMark.COMMA ? DecimalMark.POINT : DecimalMark.COMMA;
        boolean either = text.length() - at == 4 && text.matches("[-+]?[1-9]\\d{0,2}[.,]\\d{3}");
        if (!either) return only;
        throw new Fault(
                SourcesFault.NUMBER_AMBIGUOUS,
                "'" + given
                        + "' may be thousands or a fraction: say for the import whether decimals follow a comma or a point.");
    }

    private static Fault invalid(String given) {
        return new Fault(
                SourcesFault.NUMBER_INVALID, "'" + given + "' is not a number: write it as 1234.50 or 1234,50.");
    }

    private static Fault tooPrecise(String given, String currency) {
        return new Fault(
                        SourcesFault.MONEY_TOO_PRECISE,
                        "The sum '" + given + "' has more decimals than " + currency + " has: round it to "
                                + digits(currency) + ".")
                .with("currency", currency)
                .with("digits", digits(currency));
    }
}
