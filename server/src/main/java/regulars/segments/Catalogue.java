package regulars.segments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.customers.ObjectOwnerKind;

/**
 * What the company itself has defined and a rule may name.
 *
 * @param objects types of objects
 * @param countingStatuses of orders that are revenue
 * @param segments that a rule may ask about
 * @param kinds of events and of values that other rooms keep
 * @param sources of orders, by their code
 * @param cells of the grids that other rooms keep
 */
record Catalogue(
        Map<String, OwnAttribute> attributes,
        Map<String, OwnObjects> objects,
        Set<String> purposes,
        List<String> countingStatuses,
        Others segments,
        RoomKinds kinds,
        Map<String, Integer> sources,
        Cells cells) {
    /** The type of a customer's value, of the company's own or of a room's; empty when there is none by that key. */
    Optional<ValueType> typeOf(String key) {
        var own = attributes.get(key);
        if (own != null) return Optional.of(own.type());
        return Optional.ofNullable(kinds.values().get(key)).map(ValueKind::type);
    }

    /** The same with the cells as they are at a moment, whenever is asked about. */
    Catalogue withCellsOf(Instant moment) {
        return new Catalogue(
                attributes, objects, purposes, countingStatuses, segments, kinds, sources, cells.at(moment));
    }

    /** All of it but the segments and the cells, to be compared. */
    List<Object> own() {
        return List.of(attributes, objects, purposes, countingStatuses, sources);
    }

    /** The other segments; those that are deleted are not there. */
    interface Others {
        Optional<NamedRule> find(UUID segment);
    }

    /** A segment as another one names it. */
    record NamedRule(UUID id, String name, Rule rule) {}

    /** A customer field of the company's own. */
    record OwnAttribute(int id, ValueType type) {}

    /**
     * A type of objects with its fields.
     *
     * @param owner what they belong to
     * @param title the field that they are called by
     */
    record OwnObjects(
            int id, ObjectOwnerKind owner, @Nullable String title, Map<String, OwnAttribute> fields) {}
}
