package regulars.segments;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.upper;
import static org.jooq.impl.DSL.val;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import regulars.kernel.Spelling;

/**
 * Text compared without regard to case, and to the dots of ё, which most people leave out. Both sides are folded by the
 * database, character by character and through upper case first, so that the Greek final sigma equals any other.
 */
final class Folding {
    private Folding() {}

    static Condition equal(Field<String> text, String operand) {
        return fold(text, List.of(operand)).eq(fold(operand));
    }

    static Condition in(Field<String> text, List<String> operands) {
        return fold(text, operands).in(operands.stream().map(Folding::fold).toList());
    }

    static Condition contains(Field<String> text, String part) {
        return function("contains", Boolean.class, fold(text, List.of(part)), fold(part))
                .isTrue();
    }

    static Condition startsWith(Field<String> text, String start) {
        return function("starts_with", Boolean.class, fold(text, List.of(start)), fold(start))
                .isTrue();
    }

    private static Field<String> fold(Field<String> text, List<String> operands) {
        return Spelling.plain(lower(upper(text)), operands);
    }

    private static Field<String> fold(String operand) {
        return fold(val(operand), List.of(operand));
    }
}
