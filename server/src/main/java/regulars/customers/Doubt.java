package regulars.customers;

import java.util.Locale;

/** Why two people may be one. */
enum Doubt {
    /** One address, and names that contradict one another. */
    NAME,
    /** A number that was long unconfirmed, and another name. */
    RECYCLED,
    /** The e-mail of one and the phone of the other. */
    KEYS,
    /** One visitor, named as both. */
    VISITOR,
    /** Ids that a program says are one person's. */
    ALIAS;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
