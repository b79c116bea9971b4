package regulars.segments;

import static regulars.segments.RuleValidator.invalid;
import static regulars.segments.SegmentsFault.RULE_OPERATOR_INVALID;
import static regulars.segments.SegmentsFault.RULE_VALUE_INVALID;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import regulars.kernel.Fault;

/** Refuses a test that makes no sense for the type of the value, or whose operands are not of it. */
final class ValueValidator {
    private static final int LONGEST_TEXT = 200;
    private static final long LARGEST_MONEY = 1_000_000_000_000L;
    private static final int LARGEST_WHOLE = 1_000_000_000;
    private static final int LONGEST_NUMBER = 18;
    private static final int LONGEST_ANNIVERSARY_WINDOW = 365;
    private static final int MOST_YEARS = 200;

    private ValueValidator() {}

    static void check(ValueCheck check, ValueType type, String path) {
        RuleValidator.present(check, path);
        RuleValidator.present(check.operator(), path + ".operator");
        if (!type.operators().contains(check.operator())) {
            throw new Fault(
                            RULE_OPERATOR_INVALID,
                            check.operator() + " does not suit " + type + ": choose another test.")
                    .at(path + ".operator", check.operator());
        }
        count(check, path + ".values");
        if (check.operator() == CheckOperator.ANNIVERSARY) {
            anniversary(check.values(), path + ".values");
            return;
        }
        for (String value : check.values()) operand(check.operator(), type, value, path + ".values");
        if (check.operator() == CheckOperator.BETWEEN) ordered(check.values(), type, path + ".values");
    }

    private static void count(ValueCheck check, String path) {
        RuleValidator.length(check.values(), path);
        int given = check.values().size();
        boolean right = switch (check.operator()) {
            case KNOWN, UNKNOWN -> given == 0;
            case BETWEEN -> given == 2;
            case IN -> given > 0;
            case ANNIVERSARY -> given == 1 || given == 2;
            case IS, IS_NOT, CONTAINS, STARTS_WITH, AT_LEAST, AT_MOST -> given == 1;
            case LAST_DAYS, NEXT_DAYS, LONGER_AGO, DAYS_BEFORE, DAYS_AFTER -> given == 1;
        };
        if (!right) {
            throw new Fault(
                            RULE_VALUE_INVALID,
                            check.operator() + " has " + given + " values in " + path + ": give as many as it needs.")
                    .at(path, given);
        }
    }

    private static void operand(CheckOperator operator, ValueType type, String value, String path) {
        if (operator.relative()) {
            whole(value, 36_500, path);
            return;
        }
        switch (type) {
            case TEXT, CHOICE, LIST -> text(value, path);
            case NUMBER -> number(value, path);
            case WHOLE, COUNT -> whole(value, LARGEST_WHOLE, path);
            case MONEY -> whole(value, LARGEST_MONEY, path);
            case BOOLEAN -> {
                if (!value.equals("true") && !value.equals("false")) throw invalid(path, value, "choose yes or no");
            }
            case DATE, INSTANT -> day(value, path);
        }
    }

    private static void anniversary(List<String> values, String path) {
        whole(values.getFirst(), LONGEST_ANNIVERSARY_WINDOW, path);
        if (values.size() == 1) return;
        whole(values.getLast(), MOST_YEARS, path);
        if (Integer.parseInt(values.getLast()) == 0) {
            throw invalid(path, values.getLast(), "the first anniversary is after one year");
        }
    }

    private static void ordered(List<String> values, ValueType type, String path) {
        boolean ordered = switch (type) {
            case NUMBER, WHOLE, COUNT, MONEY ->
                new BigDecimal(values.getFirst()).compareTo(new BigDecimal(values.getLast())) <= 0;
            case DATE, INSTANT -> !LocalDate.parse(values.getFirst()).isAfter(LocalDate.parse(values.getLast()));
            case TEXT, CHOICE, LIST, BOOLEAN -> true;
        };
        if (!ordered) throw invalid(path, values.getFirst(), "the lower bound comes first");
    }

    static void text(String value, String path) {
        if (value.isBlank()) throw invalid(path, value, "write some text");
        if (value.length() > LONGEST_TEXT) throw invalid(path, value, "write at most " + LONGEST_TEXT + " characters");
    }

    static void day(String value, String path) {
        try {
            int year = LocalDate.parse(value).getYear();
            if (year < 1800 || year > 2999) throw invalid(path, value, "choose a day from 1800 to 2999");
        } catch (DateTimeException e) {
            throw invalid(path, value, "write a day as 2026-11-01");
        }
    }

    private static void number(String value, String path) {
        if (!value.matches("-?[0-9]{1,10}(\\.[0-9]{1,5})?")) throw invalid(path, value, "write a number such as 12.5");
    }

    private static void whole(String value, long largest, String path) {
        if (!value.matches("[0-9]{1," + LONGEST_NUMBER + "}") || Long.parseLong(value) > largest) {
            throw invalid(path, value, String.format(Locale.ROOT, "write a whole number from 0 to %d", largest));
        }
    }
}
