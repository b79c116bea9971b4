package regulars.customers;

import java.util.Locale;

/** How delicate the values of a field are. */
public enum Sensitivity {
    ORDINARY,
    PERSONAL,
    /** A special category of article 9 of the GDPR, such as health or belief: reads are kept in the audit. */
    SPECIAL;

    /** As it is stored. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Sensitivity of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
