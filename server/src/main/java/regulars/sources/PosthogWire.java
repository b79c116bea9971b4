package regulars.sources;

import java.util.Map;
import org.springframework.stereotype.Component;
import regulars.collect.EventWire;
import regulars.collect.IncomingEvent;
import regulars.collect.SentEvent;
import tools.jackson.databind.node.ObjectNode;

/** What the libraries of PostHog send to {@code /batch}. */
@Component
class PosthogWire implements EventWire {
    static final String NAME = "posthog";

    private static final Map<String, String> CALLS = Map.of(
            "$identify", IncomingEvent.IDENTIFY,
            "$groupidentify", "group",
            "$create_alias", IncomingEvent.ALIAS,
            "$pageview", "page",
            "$screen", "screen");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public IncomingEvent read(SentEvent sent, ObjectNode event) {
        var fields = new WireFields(event);
        var said = fields.text("event");
        if (said.isEmpty()) throw WireFields.nameless("event");
        var call = CALLS.getOrDefault(said, "track");
        var properties = fields.object("properties");
        var former = former(call, properties);
        if (call.equals(IncomingEvent.IDENTIFY)) properties = traits(event, properties);
        return new IncomingEvent(
                fields.text("uuid"),
                call,
                CALLS.containsKey(said) ? call : said,
                fields.text("distinct_id"),
                "",
                former,
                fields.text("timestamp"),
                sent.sentAt(),
                properties,
                fields.rest());
    }

    /** An alias names the other id, an identify what the visitor was called before. */
    private static String former(String call, ObjectNode properties) {
        var told = new WireFields(properties);
        if (call.equals(IncomingEvent.ALIAS)) return told.text("alias");
        return call.equals(IncomingEvent.IDENTIFY) ? told.text("$anon_distinct_id") : "";
    }

    /** What a person is told to be stands one level deeper; all else stays with what is kept as it came. */
    private static ObjectNode traits(ObjectNode event, ObjectNode properties) {
        var traits = new WireFields(properties).object("$set");
        event.set("properties", properties);
        return traits;
    }
}
