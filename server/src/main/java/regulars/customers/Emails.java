package regulars.customers;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.EmailValidator;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;

/** What an e-mail address is: the one place that judges it, for those that come in and for those that mail goes to. */
public final class Emails {
    private static final int LONGEST = 254;
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})");

    private Emails() {}

    /**
     * One spelling for one address, so that the same mailbox is found again: lower case, the domain in its ASCII form.
     *
     * @throws Fault for quoted local parts and addresses without a public domain, too
     */
    static String normalise(String given) {
        var address = read(given.strip());
        if (address != null) return address;
        throw new Fault(
                        CustomersFault.EMAIL_INVALID,
                        "'" + given.strip() + "' is not an e-mail address: write it as name@example.com.")
                .at("email", given.strip());
    }

    /** Whether mail can be sent to the text as it stands. */
    public static boolean valid(String address) {
        return address.equals(address.strip()) && read(address) != null;
    }

    /** The library judges the local part; its list of top-level domains ages, so of a domain only the form counts. */
    private static @Nullable String read(String given) {
        var address = given.toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at < 1 || address.length() > LONGEST || address.indexOf('"') >= 0) return null;
        var local = address.substring(0, at);
        var domain = ascii(address.substring(at + 1));
        if (domain == null || !DOMAIN.matcher(domain).matches()) return null;
        return EmailValidator.getInstance().isValid(local + "@example.com") ? local + '@' + domain : null;
    }

    private static @Nullable String ascii(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
