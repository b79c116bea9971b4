package regulars.sources;

import java.util.Set;
import regulars.collect.CollectFault;
import regulars.kernel.Fault;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes the members of an event that mean something here; others are left to be kept as they are. */
final class WireFields {
    /** Keys are secrets, and belong to the request. */
    private static final Set<String> SECRETS = Set.of("writeKey", "api_key", "token");

    private final ObjectNode event;

    WireFields(ObjectNode event) {
        this.event = event;
        event.remove(SECRETS);
    }

    /** The first of the members that is there, as text; empty when none is. */
    String text(String... names) {
        for (String name : names) {
            var value = event.path(name);
            if (value.isMissingNode() || value.isNull()) continue;
            if (!value.isString() && !value.isNumber()) throw invalid(name, "a text");
            var text = value.asString().strip();
            if (!text.isEmpty()) return text;
        }
        return "";
    }

    /** Takes the object out of the event; an empty one when it has none. */
    ObjectNode object(String name) {
        var value = event.remove(name);
        if (value == null || value.isNull()) return JsonNodeFactory.instance.objectNode();
        if (value instanceof ObjectNode object) return object;
        throw invalid(name, "an object, in braces");
    }

    ObjectNode rest() {
        return event;
    }

    private static Fault invalid(String name, String wanted) {
        return new Fault(CollectFault.EVENT_FIELD_INVALID, "'" + name + "' has to be " + wanted + ": correct it")
                .at(name, null);
    }

    static Fault nameless(String field) {
        return new Fault(
                        CollectFault.EVENT_NAME_MISSING,
                        "The event does not say what was done: send its name in '" + field + "'")
                .at(field, null);
    }
}
