package regulars.channels;

import static regulars.channels.ChannelsFault.SENDING_NOT_FOUND;
import static regulars.channels.ChannelsFault.SENDING_STATE;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.kernel.Fault;

/**
 * The door of the send gate. A room opens a sending, puts its recipients before the gate in batches of any size (one row
 * each, with its decision), releases it, and from then on is called back through its {@link MessageSource} to compose
 * message after message. Every call may be repeated after a crash: an opened sending, a queued recipient and a reached
 * state are not done twice. Thread-safe.
 */
@Service
public class SendQueue {
    private static final int CHUNK = 1000;

    private final SendingStore sendings;
    private final LedgerStore ledger;
    private final QueueStore queue;
    private final Gate gate;
    private final SendSettings settings;
    private final InstantSource clock;
    private final SenderSignal signal;

    SendQueue(
            SendingStore sendings,
            LedgerStore ledger,
            QueueStore queue,
            Gate gate,
            SendSettings settings,
            InstantSource clock,
            SenderSignal signal) {
        this.sendings = sendings;
        this.ledger = ledger;
        this.queue = queue;
        this.gate = gate;
        this.settings = settings;
        this.clock = clock;
        this.signal = signal;
    }

    /** What the gate would say, in figures, without queueing anyone: for a check page. Reads whoever there is once. */
    public List<GateCount> preview(String purposeCode, Iterable<NewMessage> candidates) {
        var taken = new HashSet<String>();
        var counts = new TreeMap<String, GateCount>();
        forEachChunk(candidates, chunk -> {
            for (var decided : gate.decide(chunk, purposeCode, taken)) count(counts, decided);
        });
        return List.copyOf(counts.values());
    }

    /** Begins a sending in state held. The same id again changes nothing. */
    public void open(NewSending sending) {
        sendings.insert(sending, settings.current().mailDomain(), clock.instant());
    }

    /**
     * Puts recipients before the gate and writes a row for each; who already has a row in this sending is skipped.
     * Answers how the given ones were decided (skipped ones not counted).
     */
    public List<GateCount> enqueue(UUID sendingId, Iterable<NewMessage> candidates) {
        var counts = new TreeMap<String, GateCount>();
        forEachChunk(candidates, chunk -> {
            for (var decided : enqueueChunk(sendingId, chunk)) count(counts, decided);
        });
        signal.wake();
        return List.copyOf(counts.values());
    }

    private List<Gate.Decided> enqueueChunk(UUID sendingId, List<NewMessage> chunk) {
        return sendings.whileLocked(sendingId, (tx, sending) -> {
            require(sending, EnumSet.of(SendingState.HELD, SendingState.RUNNING, SendingState.PAUSED));
            var known = ledger.customersOf(tx, sendingId, chunk);
            var fresh = distinct(chunk, known);
            Set<String> taken = ledger.takenAddresses(tx, sendingId, fresh);
            var decided = gate.decide(fresh, sending.purposeCode(), taken);
            ledger.insert(tx, sendingId, decided, clock.instant());
            return decided;
        });
    }

    private static List<NewMessage> distinct(List<NewMessage> chunk, Set<Integer> known) {
        var seen = new HashSet<>(known);
        return chunk.stream().filter(m -> seen.add(m.customerNumber())).toList();
    }

    /** Lets a held or paused or stopped sending run. */
    public void release(UUID sendingId) {
        move(sendingId, EnumSet.of(SendingState.HELD, SendingState.PAUSED, SendingState.STOPPED), SendingState.RUNNING);
        signal.wake();
    }

    /** Nothing new starts; what is on the wire finishes. */
    public void pause(UUID sendingId) {
        move(sendingId, EnumSet.of(SendingState.HELD, SendingState.RUNNING), SendingState.PAUSED);
    }

    /** The same as {@link #release}: said of a paused or stopped sending. */
    public void resume(UUID sendingId) {
        release(sendingId);
    }

    /** Everybody who still waits ends as cancelled; what is on the wire finishes. */
    public void cancel(UUID sendingId) {
        var open = EnumSet.of(SendingState.HELD, SendingState.RUNNING, SendingState.PAUSED, SendingState.STOPPED);
        move(sendingId, open, SendingState.CANCELLED);
        queue.endWaiting(sendingId, MessageState.CANCELLED, Reason.STOPPED_BY_PERSON, clock.instant());
    }

    private void move(UUID sendingId, Set<SendingState> from, SendingState to) {
        sendings.whileLocked(sendingId, (tx, sending) -> {
            if (sending.state() == to) return null;
            require(sending, from);
            sendings.move(tx, sendingId, to, null, clock.instant());
            return null;
        });
    }

    private static void require(SendingView sending, Set<SendingState> allowed) {
        if (allowed.contains(sending.state())) return;
        throw new Fault(
                        SENDING_STATE,
                        "The sending " + sending.id() + " is " + sending.state().code() + ", this needs one of "
                                + allowed)
                .at("state", sending.state().code());
    }

    public SendingView sending(UUID sendingId) {
        return sendings.find(sendingId)
                .orElseThrow(() ->
                        new Fault(SENDING_NOT_FOUND, "There is no sending " + sendingId).at("sendingId", sendingId));
    }

    /** How many messages stand how, and why: one line a state and reason. */
    public List<GateCount> counts(UUID sendingId) {
        return ledger.counts(sendingId);
    }

    /** The people behind a figure, page by page; {@code after} is the number of the last one seen, 0 at first. */
    public List<MessageView> messages(
            UUID sendingId, @Nullable MessageState state, @Nullable Reason reason, long after, int limit) {
        return ledger.messages(sendingId, state, reason, after, limit);
    }

    public Optional<MessageView> message(UUID messageId) {
        return ledger.message(messageId);
    }

    /** Everything that was decided about a message, in order. */
    public List<MessageDecision> decisions(UUID messageId) {
        return ledger.decisions(messageId);
    }

    /** How many a node may send twice when it is killed: the published bound. */
    public DuplicateWindow window() {
        return DuplicateWindow.of(settings.current().connections());
    }

    private static void count(Map<String, GateCount> counts, Gate.Decided decided) {
        var key = decided.state().code() + " "
                + (decided.reason() == null ? "" : decided.reason().code());
        counts.merge(
                key,
                new GateCount(decided.state(), decided.reason(), 1),
                (a, b) -> new GateCount(a.state(), a.reason(), a.count() + 1));
    }

    private static void forEachChunk(
            Iterable<NewMessage> candidates, java.util.function.Consumer<List<NewMessage>> body) {
        Collection<NewMessage> chunk = new ArrayList<>(CHUNK);
        for (var candidate : candidates) {
            chunk.add(candidate);
            if (chunk.size() < CHUNK) continue;
            body.accept(List.copyOf(chunk));
            chunk.clear();
        }
        if (!chunk.isEmpty()) body.accept(List.copyOf(chunk));
    }
}
