package regulars.segments;

/** How a value is tested; text is compared without regard to case in any alphabet, bounds are included. */
public enum CheckOperator {
    IS,
    /** The complement of {@link #IS}: holds for an unknown value too. */
    IS_NOT,
    IN,
    CONTAINS,
    STARTS_WITH,
    AT_LEAST,
    AT_MOST,
    BETWEEN,
    /** A day that is today or at most so many days ago. */
    LAST_DAYS,
    KNOWN,
    UNKNOWN
}
