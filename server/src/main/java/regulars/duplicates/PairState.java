package regulars.duplicates;

import java.util.Locale;

/** What was said of two customers who may be one person. */
enum PairState {
    OPEN,
    LATER,
    ONE,
    TWO;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PairState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether nobody has said yet whether they are one. */
    boolean unsettled() {
        return this == OPEN || this == LATER;
    }
}
