package regulars.segments;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days from one to another, both included; null is open. */
record DayRange(@Nullable LocalDate from, @Nullable LocalDate to) {
    /** The days that a check of a date admits. */
    static DayRange of(ValueCheck check, LocalDate today) {
        if (check.operator() == CheckOperator.LAST_DAYS) {
            return new DayRange(today.minusDays(Long.parseLong(check.values().getFirst())), today);
        }
        return between(check, check.values().stream().map(LocalDate::parse).toList());
    }

    /** The days on which something happened so many days ago as the check says. */
    static DayRange daysAgo(ValueCheck check, LocalDate today) {
        var days = check.values().stream()
                .map(ago -> today.minusDays(Long.parseLong(ago)))
                .toList();
        return switch (check.operator()) {
            case AT_LEAST -> new DayRange(null, days.getFirst());
            case AT_MOST -> new DayRange(days.getFirst(), null);
            case BETWEEN -> new DayRange(days.getLast(), days.getFirst());
            case IS, IS_NOT, IN, CONTAINS, STARTS_WITH, LAST_DAYS, KNOWN, UNKNOWN -> between(check, days);
        };
    }

    private static DayRange between(ValueCheck check, List<LocalDate> days) {
        return switch (check.operator()) {
            case IS, IS_NOT -> new DayRange(days.getFirst(), days.getFirst());
            case AT_LEAST -> new DayRange(days.getFirst(), null);
            case AT_MOST -> new DayRange(null, days.getFirst());
            case BETWEEN -> new DayRange(days.getFirst(), days.getLast());
            case IN, CONTAINS, STARTS_WITH, LAST_DAYS, KNOWN, UNKNOWN -> throw ValueConditions.unfit(check);
        };
    }
}
