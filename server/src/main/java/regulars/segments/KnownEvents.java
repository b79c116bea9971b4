package regulars.segments;

import static org.jooq.impl.DSL.field;
import static schema.collect.Tables.EVENT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import regulars.segments.RuleVocabulary.KnownEvent;
import regulars.segments.RuleVocabulary.KnownProperty;

/** The events that rules may ask about: those that rooms keep, and those that were lately sent to the base. */
class KnownEvents {
    private static final int LATEST_EVENTS = 10_000;

    private final RoomKinds kinds;

    KnownEvents(RoomKinds kinds) {
        this.kinds = kinds;
    }

    /** Of the newest events only: to offer words it need not read years. */
    List<KnownEvent> of(DSLContext mirror) {
        var lately = mirror.select(EVENT.TYPE, EVENT.PROPERTIES)
                .from(EVENT)
                .orderBy(EVENT.NUMBER.desc())
                .limit(LATEST_EVENTS)
                .asTable("lately");
        var keys = field("json_keys({0})", SQLDataType.CLOB.array(), lately.field(EVENT.PROPERTIES));
        Map<String, Set<String>> properties = new TreeMap<>();
        mirror.select(lately.field(EVENT.TYPE), keys)
                .from(lately)
                .groupBy(lately.field(EVENT.TYPE), keys)
                .forEach(row -> properties
                        .computeIfAbsent(row.value1(), type -> new TreeSet<>())
                        .addAll(List.of(row.value2())));
        var sent = properties.entrySet().stream()
                .filter(one -> !kinds.events().containsKey(one.getKey()))
                .map(one -> new KnownEvent(one.getKey(), false, known(one.getValue())));
        return Stream.concat(kinds.events().values().stream().map(KnownEvents::known), sent)
                .toList();
    }

    private static List<KnownProperty> known(Set<String> properties) {
        return properties.stream()
                .map(name -> new KnownProperty(name, List.of()))
                .toList();
    }

    private static KnownEvent known(EventKind kind) {
        return new KnownEvent(
                kind.type(),
                true,
                kind.properties().stream()
                        .map(one -> new KnownProperty(one.name(), one.choices().get()))
                        .toList());
    }
}
