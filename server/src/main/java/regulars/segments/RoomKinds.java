package regulars.segments;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What other rooms let rules ask about: events by their type, values of customers by their key. */
@Component
final class RoomKinds {
    static final RoomKinds NONE = new RoomKinds(List.of(), List.of());

    private final SequencedMap<String, EventKind> events;
    private final SequencedMap<String, ValueKind> values;

    @Autowired
    RoomKinds(ObjectProvider<EventKind> events, ObjectProvider<ValueKind> values) {
        this(events.stream().toList(), values.stream().toList());
    }

    RoomKinds(Collection<EventKind> events, Collection<ValueKind> values) {
        this.events = by(EventKind::type, events);
        this.values = by(ValueKind::key, values);
    }

    private static <K> SequencedMap<String, K> by(Function<K, String> name, Collection<K> kinds) {
        return kinds.stream()
                .collect(Collectors.toMap(
                        name,
                        kind -> kind,
                        (one, other) -> {
                            throw new IllegalStateException("two rooms keep " + name.apply(one));
                        },
                        LinkedHashMap::new));
    }

    Map<String, EventKind> events() {
        return events;
    }

    Map<String, ValueKind> values() {
        return values;
    }
}
