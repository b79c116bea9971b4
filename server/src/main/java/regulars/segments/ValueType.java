package regulars.segments;

import static regulars.segments.CheckOperator.ANNIVERSARY;
import static regulars.segments.CheckOperator.AT_LEAST;
import static regulars.segments.CheckOperator.AT_MOST;
import static regulars.segments.CheckOperator.BETWEEN;
import static regulars.segments.CheckOperator.CONTAINS;
import static regulars.segments.CheckOperator.DAYS_AFTER;
import static regulars.segments.CheckOperator.DAYS_BEFORE;
import static regulars.segments.CheckOperator.IN;
import static regulars.segments.CheckOperator.IS;
import static regulars.segments.CheckOperator.IS_NOT;
import static regulars.segments.CheckOperator.KNOWN;
import static regulars.segments.CheckOperator.LAST_DAYS;
import static regulars.segments.CheckOperator.LONGER_AGO;
import static regulars.segments.CheckOperator.NEXT_DAYS;
import static regulars.segments.CheckOperator.STARTS_WITH;
import static regulars.segments.CheckOperator.UNKNOWN;

import java.util.EnumSet;
import java.util.Set;

/** What a tested value is, and so which tests make sense. */
public enum ValueType {
    TEXT(EnumSet.of(IS, IS_NOT, IN, CONTAINS, STARTS_WITH, KNOWN, UNKNOWN)),
    NUMBER(EnumSet.of(IS, IS_NOT, IN, AT_LEAST, AT_MOST, BETWEEN, KNOWN, UNKNOWN)),
    WHOLE(EnumSet.of(IS, IS_NOT, AT_LEAST, AT_MOST, BETWEEN, KNOWN, UNKNOWN)),
    /** A number of things, never unknown. */
    COUNT(EnumSet.of(IS, IS_NOT, AT_LEAST, AT_MOST, BETWEEN)),
    MONEY(EnumSet.of(IS, AT_LEAST, AT_MOST, BETWEEN)),
    BOOLEAN(EnumSet.of(IS, KNOWN, UNKNOWN)),
    /** One of a closed set of codes. */
    CHOICE(EnumSet.of(IS, IS_NOT, IN, KNOWN, UNKNOWN)),
    /** Several texts: it contains one of them, or any of several. */
    LIST(EnumSet.of(CONTAINS, IN, KNOWN, UNKNOWN)),
    /** A day of the customer's own calendar: "today" is theirs where their zone is known. */
    DATE(ofDays()),
    /** A moment, tested by its day in the organisation's zone. */
    INSTANT(ofDays());

    private final Set<CheckOperator> operators;

    ValueType(Set<CheckOperator> operators) {
        this.operators = operators;
    }

    private static Set<CheckOperator> ofDays() {
        return EnumSet.of(
                IS,
                IS_NOT,
                AT_LEAST,
                AT_MOST,
                BETWEEN,
                LAST_DAYS,
                NEXT_DAYS,
                LONGER_AGO,
                DAYS_BEFORE,
                DAYS_AFTER,
                ANNIVERSARY,
                KNOWN,
                UNKNOWN);
    }

    /** Whether people can be parted by it; money is parted by what orders say. */
    boolean isNumber() {
        return switch (this) {
            case NUMBER, WHOLE, COUNT -> true;
            case TEXT, MONEY, BOOLEAN, CHOICE, LIST, DATE, INSTANT -> false;
        };
    }

    public Set<CheckOperator> operators() {
        return operators;
    }
}
