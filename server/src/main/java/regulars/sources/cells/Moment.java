package regulars.sources.cells;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A point in time as a file gave it.
 *
 * @param date the day in the file's zone
 * @param dateOnly there was no time: {@code instant} is that midnight
 */
public record Moment(Instant instant, LocalDate date, boolean dateOnly) {}
