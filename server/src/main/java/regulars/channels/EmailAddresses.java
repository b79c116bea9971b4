package regulars.channels;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.EmailValidator;

/** Which texts are addresses mail can be sent to, and when two of them are one. */
final class EmailAddresses {
    private static final int LONGEST = 254;

    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})");

    private EmailAddresses() {}

    /** The library judges the local part; its list of top-level domains ages, so of a domain only the form counts. */
    static boolean valid(String address) {
        int at = address.lastIndexOf('@');
        return at > 0
                && address.length() <= LONGEST
                && address.indexOf('"') < 0
                && address.chars().noneMatch(c -> c <= ' ' || c == 0x7f)
                && EmailValidator.getInstance().isValid(address.substring(0, at) + "@example.com")
                && validDomain(domain(address));
    }

    private static boolean validDomain(String domain) {
        try {
            return DOMAIN.matcher(IDN.toASCII(domain).toLowerCase(Locale.ROOT)).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** No provider of note tells letters' case apart, and people type both. */
    static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
