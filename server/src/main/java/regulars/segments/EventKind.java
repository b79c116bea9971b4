package regulars.segments;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * A kind of event that a room keeps in mirrored tables of its own, as a bean: rules then ask about it as about any
 * event, in sequences too. It lies over events of the same type that were sent to the base.
 *
 * @param type the name in rules
 * @param from mirrored tables, joined where need be, in names that no rule uses
 * @param customer whose event a row is; null is nobody's
 * @param at when it happened; a row without is none
 * @param admitted which rows are such events
 * @param properties that can be tested, all of them texts
 */
public record EventKind(
        String type,
        Table<?> from,
        Field<Integer> customer,
        Field<Instant> at,
        Condition admitted,
        List<EventProperty> properties) {
    public EventKind {
        properties = List.copyOf(properties);
    }

    /**
     * A property of a kind.
     *
     * @param choices what it may be, for an editor; empty where anything may be written
     */
    public record EventProperty(String name, Field<String> value, Supplier<List<EventChoice>> choices) {}

    /** A value of a property with the name that people know it by. */
    public record EventChoice(String code, String name) {}
}
