package regulars.segments;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.upper;
import static org.jooq.impl.DSL.val;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Text compared without regard to case. Both sides are folded by the database, character by character and through
 * upper case first, so that the Greek final sigma equals any other.
 */
final class Folding {
    private Folding() {}

    static Condition equal(Field<String> text, String operand) {
        return fold(text).eq(fold(val(operand)));
    }

    static Condition in(Field<String> text, List<String> operands) {
        return fold(text)
                .in(operands.stream().map(operand -> fold(val(operand))).toList());
    }

    static Condition contains(Field<String> text, String part) {
        return function("contains", Boolean.class, fold(text), fold(val(part))).isTrue();
    }

    static Condition startsWith(Field<String> text, String start) {
        return function("starts_with", Boolean.class, fold(text), fold(val(start)))
                .isTrue();
    }

    private static Field<String> fold(Field<String> text) {
        return lower(upper(text));
    }
}
