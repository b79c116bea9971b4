package regulars.customers;

import java.util.Locale;

/** Where what we know comes from: given by the person, or collected from what they do. */
public enum AttributeBasis {
    REFERENCE,
    TRANSACTIONAL;

    /** As it is stored. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AttributeBasis of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
