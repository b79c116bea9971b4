package regulars.content.liquid;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How large a value is, told before and after a filter works on it. */
final class Values {
    private Values() {}

    static void check(@Nullable Object value, RenderState state) {
        switch (value) {
            case null -> {}
            case CharSequence text
            when text.length() > Limits.VALUE_CHARS ->
                throw state.exceeded("A value is longer than " + Limits.VALUE_CHARS + " characters.");
            case BigDecimal number
            when number.precision() > Limits.DIGITS || Math.abs(number.scale()) > Limits.DIGITS * 2 ->
                throw state.exceeded("A number has more than " + Limits.DIGITS + " digits.");
            case Collection<?> list -> checkList(list, state);
            case Object[] array -> checkList(java.util.Arrays.asList(array), state);
            default -> {}
        }
    }

    private static void checkList(Collection<?> list, RenderState state) {
        if (list.size() > Limits.LIST_ITEMS)
            throw state.exceeded("A list has more than " + Limits.LIST_ITEMS + " items.");
        if (chars(list, 0) > Limits.OUTPUT_CHARS)
            throw state.exceeded("A list holds more than " + Limits.OUTPUT_CHARS + " characters.");
    }

    /** The characters within, lists of lists included: what printing it would write at least. */
    static long chars(@Nullable Object value, int depth) {
        if (depth > 8) return Limits.OUTPUT_CHARS + 1L;
        long sum = 0;
        switch (value) {
            case null -> {}
            case CharSequence text -> sum = text.length();
            case Collection<?> list -> {
                for (Object item : list) if ((sum += 1 + chars(item, depth + 1)) > Limits.OUTPUT_CHARS) return sum;
            }
            case Object[] array -> {
                for (Object item : array) if ((sum += 1 + chars(item, depth + 1)) > Limits.OUTPUT_CHARS) return sum;
            }
            case Map<?, ?> map -> {
                for (Object item : map.values())
                    if ((sum += 8 + chars(item, depth + 1)) > Limits.OUTPUT_CHARS) return sum;
            }
            default -> sum = 16;
        }
        return sum;
    }

    /** The number that we ourselves wrote as a tag's argument. */
    static int number(Object written) {
        return written instanceof Number number
                ? number.intValue()
                : Integer.parseInt(String.valueOf(written).strip());
    }
}
