package regulars.sources;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.ClientAddress;
import regulars.access.WriteKey;
import regulars.access.WriteKeys;
import regulars.collect.EventGate;
import regulars.collect.Sender;
import regulars.collect.SentEvent;
import regulars.collect.Taken;
import regulars.kernel.Fault;

/** Where events come in over HTTP: as Segment's libraries send them, and as PostHog's do. */
@RestController
class TrackController {
    private static final int MOST_EVENTS = 5_000;

    private final WireBody bodies;
    private final WriteKeys keys;
    private final EventGate gate;

    TrackController(WireBody bodies, WriteKeys keys, EventGate gate) {
        this.bodies = bodies;
        this.keys = keys;
        this.gate = gate;
    }

    /** One event; the last word of the address is what kind. */
    @PostMapping({"/v1/track", "/v1/identify", "/v1/page", "/v1/screen", "/v1/group", "/v1/alias"})
    @RequestBody(content = @Content(schema = @Schema(implementation = WireShapes.WireEvent.class)))
    TrackAnswer one(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var call = request.getServletPath().substring("/v1/".length());
        var early = keyOfHeader(request);
        return bodies.use(request, body -> {
            var parts = BatchSplit.of(body);
            var said = parts.text("writeKey");
            var key = early == null ? key(said, request) : early;
            allowSite(key, request, response);
            if (!said.isEmpty()) Secret.blank(body, said);
            var event = new SentEvent(SegmentWire.NAME, call, parts.text("sentAt"), body);
            var taken = gate.take(Sender.of(key.name(), !key.browser()), List.of(event));
            var refusal = taken.getFirst().refusal();
            if (refusal != null) throw refusal;
            return TrackAnswer.of(taken, key.browser());
        });
    }

    /** Many events; each is answered for itself, in the order they stand in. */
    @PostMapping({"/v1/batch", "/v1/import"})
    @RequestBody(content = @Content(schema = @Schema(implementation = WireShapes.WireBatch.class)))
    TrackAnswer batch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return many(SegmentWire.NAME, "writeKey", "sentAt", request, response);
    }

    /** The same on the address of PostHog's libraries. */
    @PostMapping("/batch")
    @RequestBody(content = @Content(schema = @Schema(implementation = WireShapes.PosthogBatch.class)))
    TrackAnswer posthog(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return many(PosthogWire.NAME, "api_key", "sent_at", request, response);
    }

    private TrackAnswer many(
            String wire, String keyName, String sentAt, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var early = keyOfHeader(request);
        return bodies.use(request, body -> {
            var parts = BatchSplit.of(body);
            var key = early == null ? key(parts.text(keyName), request) : early;
            allowSite(key, request, response);
            var sent = events(parts).stream()
                    .map(event -> new SentEvent(wire, "", parts.text(sentAt), event))
                    .toList();
            return TrackAnswer.of(gate.take(Sender.of(key.name(), !key.browser()), sent), key.browser());
        });
    }

    private static List<byte[]> events(BatchSplit.Parts parts) {
        var events = parts.events();
        if (events == null) {
            throw new Fault(
                    SourcesFault.WIRE_BATCH_MISSING,
                    "The body has no list of events: send a JSON object with them in 'batch'");
        }
        if (events.size() <= MOST_EVENTS) return events;
        throw new Fault(
                        SourcesFault.WIRE_BATCH_TOO_LONG,
                        "The batch has more than " + MOST_EVENTS + " events: send the others in another")
                .with("atMost", MOST_EVENTS);
    }

    private @Nullable WriteKey keyOfHeader(HttpServletRequest request) {
        var key = WireKey.of(request);
        return key == null ? null : key(key, request);
    }

    private WriteKey key(String key, HttpServletRequest request) {
        return keys.require(key, request.getHeader(HttpHeaders.ORIGIN), ClientAddress.of(request));
    }

    /** The answer may be read on the sites of a key for browsers, and on no other. */
    private static void allowSite(WriteKey key, HttpServletRequest request, HttpServletResponse response) {
        if (!key.browser()) return;
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, request.getHeader(HttpHeaders.ORIGIN));
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }

    /**
     * What became of the events.
     *
     * @param success for libraries that look for it
     */
    record TrackAnswer(boolean success, long accepted, long refused, List<TrackItem> items) {
        /** @param hidden a key for browsers reads nothing back: whether a message id was used before is our secret */
        static TrackAnswer of(List<Taken> taken, boolean hidden) {
            var items = taken.stream().map(one -> TrackItem.of(one, hidden)).toList();
            long refused = taken.stream()
                    .filter(one -> one.outcome() == Taken.Outcome.REFUSED)
                    .count();
            return new TrackAnswer(true, taken.size() - refused, refused, items);
        }
    }

    /**
     * @param outcome {@code stored}, {@code duplicate} or {@code refused}
     * @param code why it was refused
     */
    record TrackItem(
            String outcome,
            @Nullable String messageId,
            @Nullable String code,
            @Nullable String detail,
            @Nullable String field) {
        static TrackItem of(Taken taken, boolean hidden) {
            return switch (taken.outcome()) {
                case STORED -> new TrackItem("stored", taken.messageId(), null, null, null);
                case DUPLICATE -> new TrackItem(hidden ? "stored" : "duplicate", taken.messageId(), null, null, null);
                case REFUSED -> refused(java.util.Objects.requireNonNull(taken.refusal()));
            };
        }

        private static TrackItem refused(Fault fault) {
            var field = fault.params().get("field");
            return new TrackItem(
                    "refused", null, fault.code().name(), fault.getMessage(), field == null ? null : field.toString());
        }
    }
}
