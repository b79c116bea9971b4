package regulars.segments;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** A checked {@link ValueCheck} of a column of each type. */
final class ValueConditions {
    private final RuleContext context;
    private final Days days;

    ValueConditions(RuleContext context, Days days) {
        this.context = context;
        this.days = days;
    }

    /** For what happened: "today" is the organisation's. */
    static ValueConditions ofEvents(RuleContext context) {
        return new ValueConditions(context, condition -> condition.apply(context.today()));
    }

    static Condition text(Field<String> text, ValueCheck check) {
        List<String> values = check.values();
        return switch (check.operator()) {
            case IS -> Folding.equal(text, values.getFirst());
            case IS_NOT -> complement(Folding.equal(text, values.getFirst()));
            case IN -> Folding.in(text, values);
            case CONTAINS -> Folding.contains(text, values.getFirst());
            case STARTS_WITH -> Folding.startsWith(text, values.getFirst());
            case KNOWN -> text.ne("");
            case UNKNOWN -> complement(text.ne(""));
            default -> throw unfit(check);
        };
    }

    /** A list is kept as lines of one text. */
    static Condition list(Field<String> lines, ValueCheck check) {
        return switch (check.operator()) {
            case CONTAINS, IN ->
                or(check.values().stream()
                        .map(item -> Folding.contains(inline("\n").concat(lines).concat("\n"), "\n" + item + "\n"))
                        .toList());
            case KNOWN -> lines.ne("");
            case UNKNOWN -> complement(lines.ne(""));
            default -> throw unfit(check);
        };
    }

    /** The mirror keeps numbers as doubles: exact to 15 digits, which is as many as an operand may have. */
    static Condition number(Field<Double> number, ValueCheck check) {
        var values = check.values().stream().map(Double::valueOf).toList();
        return switch (check.operator()) {
            case IS -> number.eq(values.getFirst());
            case IS_NOT -> complement(number.eq(values.getFirst()));
            case IN -> number.in(values);
            case AT_LEAST -> number.ge(values.getFirst());
            case AT_MOST -> number.le(values.getFirst());
            case BETWEEN -> number.ge(values.getFirst()).and(number.le(values.getLast()));
            case KNOWN -> number.isNotNull();
            case UNKNOWN -> number.isNull();
            default -> throw unfit(check);
        };
    }

    static Condition flag(Field<Boolean> flag, ValueCheck check) {
        return switch (check.operator()) {
            case IS -> flag.eq(Boolean.valueOf(check.values().getFirst()));
            case KNOWN -> flag.isNotNull();
            case UNKNOWN -> flag.isNull();
            default -> throw unfit(check);
        };
    }

    Condition date(Field<LocalDate> date, ValueCheck check) {
        return switch (check.operator()) {
            case KNOWN -> date.isNotNull();
            case UNKNOWN -> date.isNull();
            case IS_NOT ->
                complement(date.eq(DayRange.of(check, context.today()).from()));
            case IS, AT_LEAST, AT_MOST, BETWEEN -> within(date, DayRange.of(check, context.today()));
            case LAST_DAYS, NEXT_DAYS, LONGER_AGO, DAYS_BEFORE, DAYS_AFTER, ANNIVERSARY ->
                days.perDay(today -> onDay(date, check, today));
            default -> throw unfit(check);
        };
    }

    /** A check that is relative to the day it is. */
    static Condition onDay(Field<LocalDate> date, ValueCheck check, LocalDate today) {
        return check.operator() == CheckOperator.ANNIVERSARY
                ? anniversary(date, check, today)
                : within(date, DayRange.of(check, today));
    }

    Condition instant(Field<Instant> instant, ValueCheck check) {
        return switch (check.operator()) {
            case KNOWN -> instant.isNotNull();
            case UNKNOWN -> instant.isNull();
            case IS_NOT -> complement(inDays(instant, DayRange.of(check, context.today())));
            case IS, AT_LEAST, AT_MOST, BETWEEN, LAST_DAYS, NEXT_DAYS, LONGER_AGO, DAYS_BEFORE, DAYS_AFTER ->
                inDays(instant, DayRange.of(check, context.today()));
            case ANNIVERSARY -> anniversary(dayOf(instant), check, context.today());
            default -> throw unfit(check);
        };
    }

    /** At most two years have a day of the window, for it is no longer than a year. */
    static Condition anniversary(Field<LocalDate> date, ValueCheck check, LocalDate today) {
        var last = today.plusDays(Long.parseLong(check.values().getFirst()));
        return or(IntStream.rangeClosed(today.getYear(), last.getYear())
                .mapToObj(year -> {
                    var years = inline(year).minus(field("cast(year({0}) as integer)", SQLDataType.INTEGER, date));
                    var held = field("cast({0} + to_years({1}) as date)", SQLDataType.LOCALDATE, date, years);
                    var counted = check.values().size() == 1
                            ? years.ge(1)
                            : years.eq(Integer.valueOf(check.values().getLast()));
                    return counted.and(held.ge(today)).and(held.le(last));
                })
                .toList());
    }

    private Field<LocalDate> dayOf(Field<Instant> instant) {
        return field(
                "cast(timezone({0}, {1}) as date)",
                SQLDataType.LOCALDATE, val(context.zone().getId()), instant);
    }

    static Condition within(Field<LocalDate> date, DayRange range) {
        var from = range.from();
        var to = range.to();
        return (from == null ? noCondition() : date.ge(from)).and(to == null ? noCondition() : date.le(to));
    }

    Condition inDays(Field<Instant> instant, DayRange range) {
        var from = range.from();
        var to = range.to();
        return (from == null ? noCondition() : instant.ge(context.startOf(from)))
                .and(to == null ? noCondition() : instant.lt(context.startOf(to.plusDays(1))));
    }

    /** Holds where the condition does not, the unknown included. */
    static Condition complement(Condition condition) {
        return not(condition(Truth.of(condition)));
    }

    static IllegalStateException unfit(ValueCheck check) {
        return new IllegalStateException("an unchecked rule reached the compiler: " + check);
    }
}
