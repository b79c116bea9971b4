package regulars.channels;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Chooses the next batch, all running sendings in turn, and ends sendings that have nobody left. Thread-safe. */
class Rota {
    private static final Logger log = LoggerFactory.getLogger(Rota.class);

    private final SendingStore sendings;
    private final QueueStore queue;
    private final Tallies tallies;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final AtomicInteger turn = new AtomicInteger();

    Rota(
            SendingStore sendings,
            QueueStore queue,
            Tallies tallies,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.sendings = sendings;
        this.queue = queue;
        this.tallies = tallies;
        this.events = events;
        this.clock = clock;
    }

    Optional<Claimed> claim(Node.Life life, int limit) {
        var running = sendings.running();
        int start = turn.getAndIncrement() & 0xffff;
        for (int i = 0; i < running.size(); i++) {
            var sending = running.get((start + i) % running.size());
            var now = clock.instant();
            if (expired(sending.sending(), now)) {
                queue.endWaiting(sending.sending().id(), MessageState.EXPIRED, Reason.TOO_LATE, now);
            }
            var claimed = queue.claim(sending, life, limit, now);
            if (!claimed.items().isEmpty()) return Optional.of(claimed);
            finishIfDone(sending.sending());
        }
        return Optional.empty();
    }

    private static boolean expired(SendingView sending, Instant now) {
        var expiresAt = sending.expiresAt();
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    private void finishIfDone(SendingView seen) {
        boolean finished = sendings.whileLocked(seen.id(), (tx, sending) -> {
            if (sending.state() != SendingState.RUNNING || queue.isOpen(tx, seen.id())) return false;
            sendings.move(tx, seen.id(), SendingState.FINISHED, null, clock.instant());
            return true;
        });
        if (!finished) return;
        tallies.forget(seen.id());
        events.publishEvent(new SendingEnded(seen.id(), seen.kind(), SendingState.FINISHED));
    }

    /** Something is wrong with the sending as a whole: it stops and waits for a person. */
    void stop(SendingView seen, String detail) {
        boolean stopped = sendings.whileLocked(seen.id(), (tx, sending) -> {
            if (sending.state() != SendingState.RUNNING) return false;
            sendings.move(tx, seen.id(), SendingState.STOPPED, detail, clock.instant());
            return true;
        });
        if (!stopped) return;
        tallies.forget(seen.id());
        log.warn("The sending {} ({}) was stopped: {}", seen.id(), seen.name(), detail);
        events.publishEvent(new SendingEnded(seen.id(), seen.kind(), SendingState.STOPPED));
    }

    /** What came back into the queue of a sending that a person cancelled meanwhile. */
    void afterReturns(UUID sendingId) {
        var state = sendings.find(sendingId).map(SendingView::state).orElse(null);
        cancelIf(state, sendingId);
    }

    private void cancelIf(@Nullable SendingState state, UUID sendingId) {
        if (state != SendingState.CANCELLED) return;
        queue.endWaiting(sendingId, MessageState.CANCELLED, Reason.STOPPED_BY_PERSON, clock.instant());
    }

    /** Takes back what dead nodes held. */
    int recover() {
        int recovered = queue.recover(clock.instant());
        if (recovered > 0) {
            log.info("Took back {} messages of a sender that died", recovered);
            for (var sending : sendings.cancelledWithWaiting()) cancelIf(SendingState.CANCELLED, sending);
        }
        return recovered;
    }
}
