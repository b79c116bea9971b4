package regulars.segments;

import java.util.List;

/**
 * A test of one value. The operands are text whatever the type, in one canonical form each: a number {@code 12.5}, an
 * amount of money in minor units {@code 1250}, a day {@code 2026-11-01}, {@code true} or {@code false}.
 */
public record ValueCheck(CheckOperator operator, List<String> values) {
    public ValueCheck {
        values = Lists.orEmpty(values);
    }

    public static ValueCheck of(CheckOperator operator, String... values) {
        return new ValueCheck(operator, List.of(values));
    }
}
