package regulars.segments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Tests of single values as {@link NaiveEvaluator} understands them. */
record NaiveChecks(World world, LocalDate today) {
    /** By the organisation's days. */
    NaiveChecks(World world) {
        this(world, world.asOf().atZone(world.zone()).toLocalDate());
    }

    /** In the person's own zone. */
    NaiveChecks of(World.Person person) {
        var zone = person.zone();
        if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone)) return this;
        return new NaiveChecks(world, world.asOf().atZone(ZoneId.of(zone)).toLocalDate());
    }

    boolean passes(ValueCheck check, @Nullable Object value) {
        boolean known = value != null && !value.equals("") && !value.equals(List.of());
        return switch (check.operator()) {
            case KNOWN -> known;
            case UNKNOWN -> !known;
            case LAST_DAYS, NEXT_DAYS, LONGER_AGO, DAYS_BEFORE, DAYS_AFTER, ANNIVERSARY ->
                value != null
                        && fromToday(
                                check,
                                value instanceof Instant at ? day(at) : (LocalDate) value,
                                value instanceof Instant ? day(world.asOf()) : today);
            case IS_NOT ->
                !(known && compare(Objects.requireNonNull(value), check.values().getFirst()) == 0);
            case IS, IN, CONTAINS, STARTS_WITH, AT_LEAST, AT_MOST, BETWEEN ->
                known && admits(check, Objects.requireNonNull(value));
        };
    }

    /** "Today" is of the organisation's zone for a moment, else of the customer's. */
    private boolean fromToday(ValueCheck check, LocalDate day, LocalDate from) {
        long ahead = ChronoUnit.DAYS.between(from, day);
        long days = Long.parseLong(check.values().getFirst());
        return switch (check.operator()) {
            case LAST_DAYS -> ahead <= 0 && -ahead <= days;
            case NEXT_DAYS -> ahead >= 0 && ahead <= days;
            case LONGER_AGO -> -ahead > days;
            case DAYS_BEFORE -> ahead == days;
            case DAYS_AFTER -> -ahead == days;
            case ANNIVERSARY ->
                LongStream.rangeClosed(1, 250)
                        .filter(years -> check.values().size() == 1
                                || years == Long.parseLong(check.values().getLast()))
                        .mapToObj(day::plusYears)
                        .anyMatch(held -> !held.isBefore(from) && !held.isAfter(from.plusDays(days)));
            default -> throw new IllegalArgumentException(check.toString());
        };
    }

    private boolean admits(ValueCheck check, Object value) {
        if (value instanceof List<?> items) {
            return items.stream()
                    .anyMatch(item -> check.values().stream().anyMatch(wanted -> compare(item, wanted) == 0));
        }
        var first = check.values().getFirst();
        var last = check.values().getLast();
        return switch (check.operator()) {
            case IS -> compare(value, first) == 0;
            case IN -> check.values().stream().anyMatch(wanted -> compare(value, wanted) == 0);
            case CONTAINS -> NaiveTexts.fold((String) value).contains(NaiveTexts.fold(first));
            case STARTS_WITH -> NaiveTexts.fold((String) value).startsWith(NaiveTexts.fold(first));
            case AT_LEAST -> compare(value, first) >= 0;
            case AT_MOST -> compare(value, first) <= 0;
            case BETWEEN -> compare(value, first) >= 0 && compare(value, last) <= 0;
            default -> throw new IllegalArgumentException(check.toString());
        };
    }

    private int compare(Object value, String operand) {
        return switch (value) {
            case String text -> NaiveTexts.fold(text).compareTo(NaiveTexts.fold(operand));
            case Long whole -> whole.compareTo(Long.valueOf(operand));
            case Double number -> number.compareTo(Double.valueOf(operand));
            case Boolean flag -> flag.toString().toLowerCase(Locale.ROOT).compareTo(operand);
            case LocalDate date -> date.compareTo(LocalDate.parse(operand));
            case Instant at -> day(at).compareTo(LocalDate.parse(operand));
            default -> throw new IllegalArgumentException(value.getClass().getName());
        };
    }

    LocalDate day(Instant instant) {
        return instant.atZone(world.zone()).toLocalDate();
    }
}
