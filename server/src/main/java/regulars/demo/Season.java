package regulars.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The shop's year: how brisk trade is on each day, one on average. Buying runs on the shop's own time, which passes
 * faster in brisk days, so that each buyer keeps the published buying process and the year still has its seasons.
 */
final class Season {
    /** January to December: a gift shop, quiet in February and August, three times as brisk before the new year. */
    private static final double[] MONTHS = {0.80, 0.78, 0.98, 0.92, 0.95, 0.88, 0.80, 0.76, 0.95, 1.05, 1.35, 1.78};
    /** Monday to Sunday. */
    private static final double[] WEEKDAYS = {0.92, 0.90, 0.93, 0.98, 1.12, 1.18, 0.97};

    private static final double DAYS_A_WEEK = 7;

    private final LocalDate firstDay;
    /** Weeks of the shop's time that have passed before each day. */
    private final double[] passed;

    private Season(LocalDate firstDay, double[] passed) {
        this.firstDay = firstDay;
        this.passed = passed;
    }

    /** The seasons of {@code days} days from {@code firstDay} on, scaled so that they average one. */
    static Season of(LocalDate firstDay, int days) {
        return of(firstDay, days, MONTHS);
    }

    /** A year in which every day is like any other: what the calibration test compares with the formulas. */
    static Season flat(LocalDate firstDay, int days) {
        var passed = new double[days + 1];
        Arrays.setAll(passed, day -> day / DAYS_A_WEEK);
        return new Season(firstDay, passed);
    }

    private static Season of(LocalDate firstDay, int days, double[] months) {
        var passed = new double[days + 1];
        for (int day = 0; day < days; day++) {
            var date = firstDay.plusDays(day);
            double pace = months[date.getMonthValue() - 1]
                    * WEEKDAYS[date.getDayOfWeek().getValue() - 1];
            passed[day + 1] = passed[day] + pace;
        }
        double scale = days / passed[days] / DAYS_A_WEEK;
        Arrays.setAll(passed, day -> passed[day] * scale);
        return new Season(firstDay, passed);
    }

    /** Weeks of the shop's time at the given instant. */
    double weeksAt(Instant instant) {
        double day = Duration.between(start(), instant).toSeconds() / 86_400.0;
        int whole = Math.clamp((int) Math.floor(day), 0, passed.length - 2);
        return passed[whole] + (day - whole) * (passed[whole + 1] - passed[whole]);
    }

    /** The instant at which so many weeks of the shop's time have passed. */
    Instant at(double weeks) {
        int found = Arrays.binarySearch(passed, weeks);
        int day = Math.clamp(found >= 0 ? found : -found - 2, 0, passed.length - 2);
        double part = (weeks - passed[day]) / (passed[day + 1] - passed[day]);
        return start().plusSeconds((long) ((day + part) * 86_400));
    }

    /** Weeks of the shop's time in all. */
    double weeks() {
        return passed[passed.length - 1];
    }

    private Instant start() {
        return firstDay.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
