package regulars.collect;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import regulars.kernel.Fault;
import regulars.kernel.Ids;

/** Where events of the world come in, step by step; {@link GateStep} lists them. Safe for use by several threads. */
@Service
public class EventGate {
    /** Bytes of one event. */
    public static final int LARGEST = 32 * 1024;

    static final int MOST_PROPERTIES = 500;
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_TYPE = 200;
    private static final int PATIENCE_SECONDS = 25;
    private static final String CLAIMED = "claimed:";

    private final Map<String, EventWire> wires = new HashMap<>();
    private final GroupCommit commits;
    private final ParkedEvents parked;
    private final IntakeCounts counts;
    private final StepTimes times;
    private final InstantSource clock;

    EventGate(
            List<EventWire> wires,
            GroupCommit commits,
            ParkedEvents parked,
            IntakeCounts counts,
            StepTimes times,
            InstantSource clock) {
        for (EventWire wire : wires) this.wires.put(wire.name(), wire);
        this.commits = commits;
        this.parked = parked;
        this.counts = counts;
        this.times = times;
        this.clock = clock;
    }

    /**
     * Takes the events in; the answers are in the same order. When this returns, what was not refused is on the disk,
     * and what was refused is parked. None takes its neighbours with it.
     *
     * @throws Fault when too many wait already: then none was taken
     */
    public List<Taken> take(Sender sender, List<SentEvent> events) {
        var taken = attempt(sender, events, clock.instant());
        counts.add(sender, taken);
        parked.park(sender, events, taken);
        return taken;
    }

    public GateFigures figures() {
        var seconds = new TreeMap<String, Double>();
        times.seconds().forEach((step, sum) -> seconds.put(step.code(), sum));
        return new GateFigures(counts.sinceStart(), seconds, commits.waiting());
    }

    /** @param received by which clocks are set right */
    List<Taken> attempt(Sender sender, List<SentEvent> events, Instant received) {
        var refused = new HashMap<Integer, Taken>();
        var ready = new ArrayList<ReadyEvent>();
        for (int i = 0; i < events.size(); i++) {
            try {
                ready.add(admit(sender, events.get(i), received));
            } catch (Fault e) {
                refused.put(i, Taken.refused(e));
            }
        }
        var stored = store(ready).iterator();
        var taken = new ArrayList<Taken>(events.size());
        for (int i = 0; i < events.size(); i++) {
            var refusal = refused.get(i);
            taken.add(refusal == null ? stored.next() : refusal);
        }
        return taken;
    }

    private ReadyEvent admit(Sender sender, SentEvent sent, Instant received) {
        times.of(GateStep.MEASURE, () -> measure(sent));
        var json = times.of(GateStep.PARSE, () -> EventJson.parse(sent.body()));
        var event = times.of(GateStep.READ, () -> check(wire(sent).read(sent, json)));
        var occurredAt = times.of(GateStep.DATE, () -> EventTime.occurred(event.timestamp(), event.sentAt(), received));
        var subject = times.of(GateStep.NAME, () -> subject(sender, event));
        var messageId = event.messageId().isEmpty() ? Ids.next(clock.instant()).toString() : event.messageId();
        return new ReadyEvent(
                Events.key(sender.stream(), messageId),
                messageId,
                sender,
                event.call(),
                event.type(),
                occurredAt,
                subject,
                formerly(event),
                event.properties().toString(),
                event.rest().toString());
    }

    private static void measure(SentEvent sent) {
        if (sent.body().length <= LARGEST) return;
        throw new Fault(
                        CollectFault.EVENT_TOO_LARGE,
                        "The event has " + sent.body().length + " bytes: an event has at most " + LARGEST)
                .with("atMostBytes", LARGEST);
    }

    private EventWire wire(SentEvent sent) {
        var wire = wires.get(sent.wire());
        if (wire == null) throw new IllegalArgumentException("nobody reads the wire " + sent.wire());
        return wire;
    }

    private static IncomingEvent check(IncomingEvent event) {
        if (event.properties().size() > MOST_PROPERTIES) {
            throw new Fault(
                            CollectFault.EVENT_PROPERTIES_TOO_MANY,
                            "The event has " + event.properties().size() + " properties: send at most "
                                    + MOST_PROPERTIES)
                    .with("atMost", MOST_PROPERTIES);
        }
        limit("messageId", event.messageId(), LONGEST_ID);
        limit("event", event.type(), LONGEST_TYPE);
        limit("userId", event.userId(), LONGEST_ID - CLAIMED.length());
        limit("anonymousId", event.anonymousId(), LONGEST_ID);
        limit("previousId", event.previousId(), LONGEST_ID);
        return event;
    }

    private static void limit(String field, String text, int atMost) {
        if (text.length() <= atMost) return;
        throw new Fault(
                        CollectFault.EVENT_TEXT_TOO_LONG,
                        "'" + field + "' has " + text.length() + " characters: it may have " + atMost)
                .at(field, null)
                .with("atMost", atMost);
    }

    /**
     * Whoever reads the key in a page may say any id, so such a key names visitors only: never the subject that a
     * server means by the same id, which may be a person we know.
     */
    private static SubjectKey subject(Sender sender, IncomingEvent event) {
        if (sender.trusted() && !event.userId().isEmpty()) {
            return SubjectKey.external(sender.source(), event.userId());
        }
        if (!event.anonymousId().isEmpty()) return SubjectKey.anonymous(sender.source(), event.anonymousId());
        if (!event.userId().isEmpty()) return SubjectKey.anonymous(sender.source(), CLAIMED + event.userId());
        throw new Fault(
                CollectFault.EVENT_SUBJECT_MISSING, "The event is about nobody: send a userId or an anonymousId");
    }

    /** What a page said of an id that it cannot know is nobody's former id. */
    private static List<String> formerly(IncomingEvent event) {
        return formerly(Stream.of(event.anonymousId(), event.previousId()), event.userId());
    }

    static List<String> formerly(Stream<String> ids, String userId) {
        return ids.filter(id -> !id.isEmpty() && !id.equals(userId) && !id.startsWith(CLAIMED))
                .distinct()
                .toList();
    }

    private List<Taken> store(List<ReadyEvent> ready) {
        var waiting = new ArrayList<Future<List<Taken>>>();
        for (int from = 0; from < ready.size(); from += GroupCommit.MOST) {
            waiting.add(commits.add(ready.subList(from, Math.min(ready.size(), from + GroupCommit.MOST))));
        }
        var taken = new ArrayList<Taken>(ready.size());
        for (var one : waiting) taken.addAll(await(one));
        return taken;
    }

    private static List<Taken> await(Future<List<Taken>> one) {
        try {
            return one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            throw GroupCommit.overloaded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GroupCommit.overloaded();
        }
    }
}
