package regulars.customers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;

/** Phone numbers in E.164, so that the same line is found again however it was written. */
final class Phones {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phones() {}

    /**
     * A number of a length that its country has. Whether it is in use nobody can tell from its digits.
     *
     * @param region where a number without a country code is taken to be; null when unknown
     */
    static String normalise(String given, @Nullable String region) {
        try {
            var number = NUMBERS.parse(given, region);
            if (NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE) {
                return NUMBERS.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException e) {
            throw invalid(given);
        }
        throw invalid(given);
    }

    private static Fault invalid(String given) {
        return new Fault(
                        CustomersFault.PHONE_INVALID,
                        "'" + given.strip()
                                + "' is not a phone number: write it with a plus and the country code, or name the country.")
                .at("phone", given.strip());
    }
}
