package regulars.segments;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * A value that a room keeps of each customer in mirrored tables of its own, as a bean: rules then ask about it as about
 * an attribute, such as a balance of points or the stage of a deal.
 *
 * @param key the name in rules: the room's, a dot and its own, such as {@code loyalty.balance}; attributes have no dot
 * @param from mirrored tables, joined where need be, in names that no rule uses
 * @param customer whose value a row is; null is nobody's
 * @param admitted which rows count
 * @param value an aggregate of the customer's rows: a text of texts and choices, a double of numbers
 * @param label by language
 * @param options what a choice may be, for an editor; empty for other types
 */
public record ValueKind(
        String key,
        ValueType type,
        Table<?> from,
        Field<Integer> customer,
        Condition admitted,
        Field<?> value,
        Map<String, String> label,
        Supplier<List<EventKind.EventChoice>> options) {
    public ValueKind {
        label = Map.copyOf(label);
    }
}
