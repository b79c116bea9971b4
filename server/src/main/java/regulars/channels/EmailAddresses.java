package regulars.channels;

import java.util.Locale;

/** When two addresses are one, and where an address leads; {@link regulars.customers.Emails} says which texts are any. */
final class EmailAddresses {
    private EmailAddresses() {}

    /** No provider of note tells letters' case apart, and people type both. */
    static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
