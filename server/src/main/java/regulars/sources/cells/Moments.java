package regulars.sources.cells;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import regulars.kernel.Fault;
import regulars.sources.SourcesFault;

/** Dates and times as files write them; an impossible day is refused, never moved. */
public final class Moments {
    private static final String TIME = "(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-./年](\\d{1,2})[-./月](\\d{1,2})日?" + TIME);
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})" + TIME);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4})" + TIME);
    private static final Pattern WITH_OFFSET = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?) ?(Z|[-+]\\d{2}:?\\d{2})");

    private Moments() {}

    /** @param zone of a date without an offset; a date without a time is that midnight there */
    public static Moment parse(String given, DateOrder order, ZoneId zone) {
        try {
            var text = given.strip();
            var offset = WITH_OFFSET.matcher(text);
            if (offset.matches()) return withOffset(offset, zone);
            for (Pattern pattern : new Pattern[] {YEAR_FIRST, COMPACT}) {
                var match = pattern.matcher(text);
                if (match.matches()) return moment(date(match, 1, 2, 3), match, zone);
            }
            var match = YEAR_LAST.matcher(text);
            if (!match.matches()) throw invalid(given);
            boolean dayFirst = order == DateOrder.DAY_FIRST;
            return moment(date(match, 3, dayFirst ? 2 : 1, dayFirst ? 1 : 2), match, zone);
        } catch (DateTimeException e) {
            throw invalid(given);
        }
    }

    private static Moment withOffset(Matcher match, ZoneId zone) {
        var offset = match.group(3);
        if (offset.length() == 5) offset = offset.substring(0, 3) + ':' + offset.substring(3);
        var instant = OffsetDateTime.parse(match.group(1) + 'T' + match.group(2) + offset)
                .toInstant();
        return new Moment(instant, checked(instant.atZone(zone).toLocalDate()), false);
    }

    private static LocalDate date(Matcher match, int year, int month, int day) {
        return checked(LocalDate.of(number(match, year), number(match, month), number(match, day)));
    }

    private static LocalDate checked(LocalDate date) {
        if (date.getYear() < 1890 || date.getYear() > 2100) throw new DateTimeException("not in our time");
        return date;
    }

    private static Moment moment(LocalDate date, Matcher match, ZoneId zone) {
        if (match.group(4) == null) return new Moment(date.atStartOfDay(zone).toInstant(), date, true);
        int second = match.group(6) == null ? 0 : number(match, 6);
        int nano = match.group(7) == null ? 0 : Integer.parseInt((match.group(7) + "00000000").substring(0, 9));
        var time = LocalTime.of(number(match, 4), number(match, 5), second, nano);
        return new Moment(date.atTime(time).atZone(zone).toInstant(), date, false);
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static Fault invalid(String given) {
        return new Fault(
                SourcesFault.DATE_INVALID,
                "'" + given + "' is not an existing date: write it as 2026-12-31 or 2026-12-31 23:59.");
    }
}
