package regulars.collect;

import java.util.Locale;

/** What the gate does with an event, in this order. The first ones may refuse it; the last ones are done for many at once. */
public enum GateStep {
    /** Not larger than allowed. */
    MEASURE,
    /** Strict JSON. */
    PARSE,
    /** What the wire says: which call, whose, with which properties. */
    READ,
    /** When it happened, by our clock. */
    DATE,
    /** Whom it is about. */
    NAME,
    /** Waiting for its turn among those of other requests. */
    WAIT,
    /** Whether its message id is a new one, for ever. */
    CLAIM,
    /** The numbers of the subjects. */
    NUMBER,
    /** Into the month's partition. */
    STORE,
    /** What other rooms keep of it in the same transaction. */
    FOLLOW,
    /** To the disk. */
    COMMIT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
