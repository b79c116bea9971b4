package regulars.customers;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.EmailValidator;
import regulars.kernel.Fault;

/** One spelling for one address, so that the same mailbox is found again. */
final class Emails {
    private static final int LONGEST = 254;
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})");

    private Emails() {}

    /** Lower case, the domain in its ASCII form; quoted local parts and addresses without a public domain are refused. */
    static String normalise(String given) {
        var address = given.strip().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at < 1 || address.length() > LONGEST || address.charAt(0) == '"') throw invalid(given);
        var local = address.substring(0, at);
        var domain = ascii(address.substring(at + 1), given);
        // The list of top-level domains in the library ages, so the domain's form is checked here and the rest there.
        if (!DOMAIN.matcher(domain).matches() || !EmailValidator.getInstance().isValid(local + "@example.com")) {
            throw invalid(given);
        }
        return local + '@' + domain;
    }

    private static String ascii(String domain, String given) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw invalid(given);
        }
    }

    private static Fault invalid(String given) {
        return new Fault(
                        CustomersFault.EMAIL_INVALID,
                        "'" + given.strip() + "' is not an e-mail address: write it as name@example.com.")
                .at("email", given.strip());
    }
}
