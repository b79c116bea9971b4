package regulars.segments;

import java.util.EnumSet;
import java.util.Set;

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
    /** A day that is today or at most so many days ahead. */
    NEXT_DAYS,
    /** A day that is more than so many days ago. */
    LONGER_AGO,
    /** A day that comes in exactly so many days. */
    DAYS_BEFORE,
    /** A day that was exactly so many days ago. */
    DAYS_AFTER,
    /**
     * A whole number of years after the day is today or at most so many days ahead; a second operand says how many
     * years, at least one. What began on a 29 February has its anniversary on the 28th in the other years.
     */
    ANNIVERSARY,
    KNOWN,
    UNKNOWN;

    private static final Set<CheckOperator> RELATIVE =
            EnumSet.of(LAST_DAYS, NEXT_DAYS, LONGER_AGO, DAYS_BEFORE, DAYS_AFTER, ANNIVERSARY);

    /** Its operands are numbers of days counted from today, whatever the type of the value. */
    public boolean relative() {
        return RELATIVE.contains(this);
    }
}
