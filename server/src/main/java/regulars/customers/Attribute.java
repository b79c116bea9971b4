package regulars.customers;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import regulars.kernel.Fault;

/**
 * A custom attribute of customers.
 *
 * @param key names it in conditions and templates
 * @param options of a choice or a list; empty where any text may be
 * @param archived no longer offered; its values are kept
 */
public record Attribute(int id, String key, AttributeType type, List<AttributeOption> options, boolean archived) {
    static final int LONGEST_TEXT = 1000;
    static final int MOST_ITEMS = 50;
    private static final int LONGEST_ITEM = 200;
    private static final int MOST_DIGITS = 30;
    private static final Pattern BETWEEN_ITEMS = Pattern.compile("[\\n;|]");
    private static final Pattern BETWEEN_ITEMS_IN_A_LINE = Pattern.compile(",");

    public Attribute {
        options = List.copyOf(options);
    }

    /**
     * The value that somebody wrote: text, BigDecimal, Boolean, LocalDate or Instant. Items of a list stand on lines, or
     * between semicolons or bars, else between commas.
     *
     * @throws Fault when it is none of this attribute
     */
    public Object parse(String written) {
        try {
            return switch (type) {
                case TEXT -> bounded(written, LONGEST_TEXT);
                case NUMBER -> number(new BigDecimal(written));
                case BOOLEAN -> truth(written);
                case DATE -> LocalDate.parse(written);
                case INSTANT -> Instant.parse(written);
                case CHOICE -> option(written);
                case LIST -> list(written);
            };
        } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
            throw new Fault(
                            CustomersFault.ATTRIBUTE_VALUE_INVALID,
                            "'" + written + "' is no value of '" + key + "': write " + example() + ".",
                            e)
                    .at("attributes." + key, written)
                    .with("type", type.code())
                    .with("example", example());
        }
    }

    /** A number that both stores can hold. */
    public static BigDecimal number(BigDecimal number) {
        if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
            throw new ArithmeticException("a number of more than " + MOST_DIGITS + " digits");
        }
        return number;
    }

    /** The items of a list as it is kept. */
    static List<String> items(String kept) {
        return List.of(kept.split("\n"));
    }

    private String example() {
        return switch (type) {
            case TEXT -> "at most " + LONGEST_TEXT + " characters";
            case NUMBER -> "12.5";
            case BOOLEAN -> "true / false";
            case DATE -> "2026-03-01";
            case INSTANT -> "2026-03-01T10:00:00Z";
            case CHOICE, LIST -> options.isEmpty() ? "a; b" : codes();
        };
    }

    private String codes() {
        return options.stream().map(AttributeOption::code).limit(10).collect(Collectors.joining(" / "));
    }

    private String option(String written) {
        return options.stream()
                .filter(one -> one.isMeantBy(written.strip()))
                .map(AttributeOption::code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not an option"));
    }

    private String list(String written) {
        var between = BETWEEN_ITEMS.matcher(written).find() ? BETWEEN_ITEMS : BETWEEN_ITEMS_IN_A_LINE;
        var items = Arrays.stream(between.split(written))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(item -> options.isEmpty() ? bounded(item, LONGEST_ITEM) : option(item))
                .distinct()
                .toList();
        if (items.isEmpty() || items.size() > MOST_ITEMS) throw new IllegalArgumentException("no list");
        return String.join("\n", items);
    }

    private static String bounded(String text, int longest) {
        if (text.length() > longest) throw new IllegalArgumentException("too long");
        return text;
    }

    private static Boolean truth(String written) {
        if (!written.equals("true") && !written.equals("false")) throw new IllegalArgumentException(written);
        return Boolean.valueOf(written);
    }
}
