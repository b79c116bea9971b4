package regulars.customers;

import java.util.Locale;

/** What objects of a type belong to. */
public enum ObjectOwnerKind {
    CUSTOMER,
    COMPANY;

    /** As it is stored. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ObjectOwnerKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
