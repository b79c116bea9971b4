package regulars.sources;

import java.util.Set;
import org.springframework.stereotype.Component;
import regulars.collect.CollectFault;
import regulars.collect.EventWire;
import regulars.collect.IncomingEvent;
import regulars.collect.SentEvent;
import regulars.kernel.Fault;
import tools.jackson.databind.node.ObjectNode;

/** The HTTP Tracking API of Segment, which RudderStack and others speak too. */
@Component
class SegmentWire implements EventWire {
    static final String NAME = "segment";

    private static final String TRACK = "track";
    private static final Set<String> CALLS =
            Set.of(TRACK, IncomingEvent.IDENTIFY, "page", "screen", "group", IncomingEvent.ALIAS);
    private static final Set<String> WITH_TRAITS = Set.of(IncomingEvent.IDENTIFY, "group");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public IncomingEvent read(SentEvent sent, ObjectNode event) {
        var fields = new WireFields(event);
        var call = sent.call().isEmpty() ? fields.text("type") : sent.call();
        if (!CALLS.contains(call)) {
            throw new Fault(
                            CollectFault.EVENT_TYPE_UNKNOWN,
                            "The event is of no known type: send one of track, identify, page, screen, group, alias")
                    .at("type", call.length() > 60 ? call.substring(0, 60) : call);
        }
        var type = call.equals(TRACK) ? fields.text("event") : call;
        if (type.isEmpty()) throw WireFields.nameless("event");
        var sentAt = fields.text("sentAt");
        return new IncomingEvent(
                fields.text("messageId"),
                call,
                type,
                fields.text("userId"),
                fields.text("anonymousId"),
                call.equals(IncomingEvent.ALIAS) ? fields.text("previousId") : "",
                fields.text("timestamp", "originalTimestamp"),
                sentAt.isEmpty() ? sent.sentAt() : sentAt,
                fields.object(WITH_TRAITS.contains(call) ? "traits" : "properties"),
                fields.rest());
    }
}
