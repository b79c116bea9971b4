package regulars.customers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import regulars.kernel.Fault;

/** Whose register a company's tax number is of; the number's own check digits are verified. */
public enum TaxIdKind {
    /** Russia: 10 digits of a company, 12 of an entrepreneur; order of the Federal Tax Service MMV-7-6/435@. */
    INN("[0-9]{10}|[0-9]{12}", "10 or 12 digits", TaxIdKind::inn),
    /** Ukraine: the code of the Unified State Register, 8 digits. */
    EDRPOU("[0-9]{8}", "8 digits", TaxIdKind::edrpou),
    /** China: the unified social credit code, 18 digits and letters; GB 32100-2015. */
    USCC("[0-9A-HJ-NP-RTUWXY]{18}", "18 digits and capital letters without I, O, S, V, Z", TaxIdKind::uscc),
    /** Of another country, without check digits known to us. */
    OTHER("[0-9A-Z][0-9A-Z./ -]{1,38}", "2 to 39 letters, digits, '.', '/', '-'", number -> true);

    private static final String USCC_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] INN_TENTH = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] INN_ELEVENTH = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] INN_TWELFTH = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] EDRPOU_OUTER = {1, 2, 3, 4, 5, 6, 7};
    private static final int[] EDRPOU_INNER = {7, 1, 2, 3, 4, 5, 6};

    private final Pattern form;
    private final String words;
    private final Predicate<String> checked;

    TaxIdKind(String form, String words, Predicate<String> checked) {
        this.form = Pattern.compile(form);
        this.words = words;
        this.checked = checked;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TaxIdKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /**
     * The number without the blanks people write, in capitals.
     *
     * @throws Fault {@link CustomersFault#TAX_ID_INVALID} when its form or its check digits are wrong
     */
    public String normalise(String written) {
        var number = written.strip().toUpperCase(Locale.ROOT);
        if (this != OTHER) number = number.replaceAll("[\\s\u00a0.-]", "");
        if (!form.matcher(number).matches()) throw invalid(written, "has " + words);
        if (!checked.test(number))
            throw invalid(written, "ends with another check digit: compare it with the document");
        return number;
    }

    private Fault invalid(String written, String should) {
        var called = this == OTHER ? "A tax number" : "A number of the kind " + name();
        return new Fault(CustomersFault.TAX_ID_INVALID, called + " " + should + ".")
                .at("taxId", written)
                .with("kind", code());
    }

    private static boolean inn(String number) {
        if (number.length() == 10) return innDigit(number, INN_TENTH) == digit(number, 9);
        return innDigit(number, INN_ELEVENTH) == digit(number, 10)
                && innDigit(number, INN_TWELFTH) == digit(number, 11);
    }

    private static int innDigit(String number, int[] weights) {
        return weighed(number, weights, 0) % 11 % 10;
    }

    /** Two rows of weights; the second is taken when the first leaves ten, and ten again means nought. */
    private static boolean edrpou(String number) {
        int value = Integer.parseInt(number);
        var weights = value < 30_000_000 || value > 60_000_000 ? EDRPOU_OUTER : EDRPOU_INNER;
        int rest = weighed(number, weights, 0) % 11;
        if (rest == 10) rest = weighed(number, weights, 2) % 11 % 10;
        return rest == digit(number, 7);
    }

    private static int weighed(String number, int[] weights, int more) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) sum += digit(number, i) * (weights[i] + more);
        return sum;
    }

    private static int digit(String number, int index) {
        return number.charAt(index) - '0';
    }

    private static boolean uscc(String number) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += USCC_DIGITS.indexOf(number.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return (31 - sum % 31) % 31 == USCC_DIGITS.indexOf(number.charAt(17));
    }
}
