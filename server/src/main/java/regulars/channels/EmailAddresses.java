package regulars.channels;

import java.util.Locale;
import org.apache.commons.validator.routines.EmailValidator;

/** Which texts are addresses mail can be sent to, and when two of them are one. */
final class EmailAddresses {
    private static final int LONGEST = 254;

    private EmailAddresses() {}

    static boolean valid(String address) {
        return address.length() <= LONGEST
                && address.indexOf('"') < 0
                && address.chars().noneMatch(c -> c <= ' ' || c == 0x7f)
                && EmailValidator.getInstance().isValid(address);
    }

    /** No provider of note tells letters' case apart, and people type both. */
    static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
