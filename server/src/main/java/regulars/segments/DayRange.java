package regulars.segments;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days from one to another, both included; null is open. */
record DayRange(@Nullable LocalDate from, @Nullable LocalDate to) {
    /** The days that a check of a date admits. */
    static DayRange of(ValueCheck check, LocalDate today) {
        return check.operator().relative()
                ? fromToday(check, today)
                : between(check, check.values().stream().map(LocalDate::parse).toList());
    }

    private static DayRange fromToday(ValueCheck check, LocalDate today) {
        long days = Long.parseLong(check.values().getFirst());
        return switch (check.operator()) {
            case LAST_DAYS -> new DayRange(today.minusDays(days), today);
            case NEXT_DAYS -> new DayRange(today, today.plusDays(days));
            case LONGER_AGO -> new DayRange(null, today.minusDays(days + 1));
            case DAYS_BEFORE -> new DayRange(today.plusDays(days), today.plusDays(days));
            case DAYS_AFTER -> new DayRange(today.minusDays(days), today.minusDays(days));
            default -> throw ValueConditions.unfit(check);
        };
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
            default -> between(check, days);
        };
    }

    private static DayRange between(ValueCheck check, List<LocalDate> days) {
        return switch (check.operator()) {
            case IS, IS_NOT -> new DayRange(days.getFirst(), days.getFirst());
            case AT_LEAST -> new DayRange(days.getFirst(), null);
            case AT_MOST -> new DayRange(null, days.getFirst());
            case BETWEEN -> new DayRange(days.getFirst(), days.getLast());
            default -> throw ValueConditions.unfit(check);
        };
    }
}
