package regulars.channels;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import regulars.channels.smtp.SmtpConnection;
import regulars.channels.smtp.SmtpOutcome;
import regulars.channels.smtp.SmtpUnavailable;

/**
 * The way of what was claimed: compose all of it, ask about consent again, then batch by batch mark as handed over and
 * give to the wire. The outcomes of a batch are written in the transaction that marks the next. Whatever happens,
 * {@link #close} leaves no message behind: each has an outcome, went back into the queue, or is left to the recovery
 * because this node lost its lease.
 */
class BatchRun implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BatchRun.class);
    /** An answer about consent is not older than this when its mail starts, however slow the server is. */
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    /** How long whoever found too many connections to their domain, or a domain just slowed down, stays in the queue. */
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final SenderParts parts;
    private final Claimed claimed;
    private final MailSettings settings;
    private final int batch;
    private final BooleanSupplier wanted;
    private final Map<Long, Claimed.Item> untouched = new LinkedHashMap<>();
    private final List<Ending> endings = new ArrayList<>();
    private final List<Bounce> bounces = new ArrayList<>();
    private final Map<Integer, Rights.Verdict> verdicts = new HashMap<>();
    private long askedAt;
    private final Map<Long, Duration> waits = new HashMap<>();
    private long turnsAt;
    private boolean returned;

    private record Bounce(String address, String reply) {}

    interface Connections {
        SmtpConnection get() throws SmtpUnavailable;
    }

    /** @param batch at most so many are handed over and without an outcome at any instant */
    BatchRun(SenderParts parts, Claimed claimed, MailSettings settings, int batch, BooleanSupplier wanted) {
        this.parts = parts;
        this.claimed = claimed;
        this.settings = settings;
        this.batch = batch;
        this.wanted = wanted;
        for (var item : claimed.items()) untouched.put(item.message().number(), item);
    }

    private SendingView sending() {
        return claimed.sending().sending();
    }

    void deliver(Connections connections) throws SmtpUnavailable {
        var mails = compose();
        if (!mails.isEmpty()) ask(mails);
        for (int from = 0; from < mails.size() && mayGoOn(); from += batch) {
            var slice = mails.subList(from, Math.min(mails.size(), from + batch));
            if (!deliver(slice, connections)) return;
        }
    }

    /** Who has to wait for the turn of their domain is not composed either. */
    private Claimed due() {
        turnsAt = parts.paces().now();
        var due =
                claimed.items().stream().filter(item -> hasTurn(item.message())).toList();
        return claimed.only(due);
    }

    private boolean hasTurn(QueuedMessage message) {
        var wait = parts.paces().turn(message.address(), settings.domains());
        if (!wait.isZero()) waits.put(message.number(), wait);
        return wait.isZero();
    }

    private List<Preparation.Mail> compose() {
        var due = due();
        if (due.items().isEmpty()) return List.of();
        try {
            var prepared = parts.preparation().prepare(due, settings);
            for (var failure : prepared.failed()) end(failure);
            stopIf(parts.tallies()
                    .composed(
                            sending().id(),
                            due.items().size(),
                            prepared.failed().size()));
            return prepared.mails();
        } catch (RuntimeException e) {
            for (var item : due.items())
                waits.put(item.message().number(), parts.outcomes().pause(1));
            log.warn("The sending {} could not compose a batch", sending().id(), e);
            stopIf(parts.tallies().trouble(sending().id(), e.toString()));
            return List.of();
        }
    }

    /** False when nothing more may be started: what is not on the wire goes back into the queue. */
    private boolean deliver(List<Preparation.Mail> slice, Connections connections) throws SmtpUnavailable {
        askAgain(slice);
        var next = slice.stream().filter(this::allowed).toList();
        var handedOver = turn(next);
        if (handedOver.isEmpty() && !next.isEmpty()) return false;
        for (int i = 0; i < next.size(); i++) {
            var mail = next.get(i);
            if (!handedOver.contains(mail.item().message().number())) continue;
            awaitTurn();
            if (!mayGoOn()) return false;
            askAgain(next.subList(i, next.size()));
            if (allowed(mail)) deliver(mail, connections);
        }
        return true;
    }

    private void askAgain(List<Preparation.Mail> about) {
        if (System.nanoTime() - askedAt > FRESH_NANOS) ask(about);
    }

    private void ask(List<Preparation.Mail> about) {
        var messages = about.stream().map(mail -> mail.item().message()).toList();
        askedAt = System.nanoTime();
        verdicts.putAll(parts.rights().standingNow(messages, sending().purposeCode()));
    }

    private Rights.Verdict verdict(Preparation.Mail mail) {
        var verdict = verdicts.get(mail.item().message().customerNumber());
        return verdict == null ? new Rights.Verdict(Reason.NO_CONSENT, null) : verdict;
    }

    /** Whoever is not ends here. */
    private boolean allowed(Preparation.Mail mail) {
        var verdict = verdict(mail);
        if (verdict.allowed()) return true;
        var message = mail.item().message();
        end(new Ending(
                message.number(),
                message.attempt(),
                MessageState.EXCLUDED,
                verdict.reason(),
                null,
                "found right before the wire",
                verdict.evidenceId()));
        return false;
    }

    private java.util.Set<Long> turn(List<Preparation.Mail> next) {
        tellBounces();
        var numbers = next.stream().map(mail -> mail.item().message().number()).toList();
        var now = parts.clock().instant();
        var turn = parts.queue().turn(claimed.life(), sending().id(), endings, numbers, now);
        written(turn.late());
        return turn.handedOver();
    }

    private void written(int late) {
        if (late > 0) log.warn("{} outcomes came too late: another sender has the messages", late);
        returned |= endings.stream().anyMatch(e -> !e.isFinal());
        endings.clear();
    }

    private void awaitTurn() {
        var wait = parts.throttle().turn(settings.perMinute());
        if (!wait.isZero()) LockSupport.parkNanos(wait.toNanos());
    }

    /** A node that may have been taken for dead puts nothing more on the wire: another may be doing it already. */
    private boolean mayGoOn() {
        return wanted.getAsBoolean() && claimed.life().certain();
    }

    private void deliver(Preparation.Mail mail, Connections connections) throws SmtpUnavailable {
        var connection = connections.get();
        var message = mail.item().message();
        if (!parts.paces().enter(message.address(), turnsAt, settings.domains())) {
            waits.put(message.number(), BUSY);
            return;
        }
        untouched.remove(message.number());
        var outcome = connection.send(mail.ready().envelope(), mail.ready().content());
        parts.paces().left(message.address(), outcome, settings.domains());
        end(mail.item(), outcome, verdict(mail));
    }

    private void end(Claimed.Item item, SmtpOutcome outcome, Rights.Verdict verdict) {
        var now = parts.clock().instant();
        var ending = parts.outcomes().ending(item, sending(), outcome, verdict.evidenceId(), now);
        end(ending);
        if (ending.reason() == Reason.NO_SUCH_MAILBOX) {
            bounces.add(new Bounce(item.message().address(), String.valueOf(ending.detail())));
        }
        stopIf(parts.tallies().ended(sending().id(), ending));
    }

    private void end(Ending ending) {
        untouched.remove(ending.number());
        endings.add(ending);
    }

    private void stopIf(@Nullable String detail) {
        if (detail != null) parts.rota().stop(sending(), detail);
    }

    @Override
    public void close() {
        new Persistence(parts.timing()).until(claimed.life()::spent, this::write);
    }

    /** May run several times while the database is away: every step of it can be repeated. */
    private void write() {
        tellBounces();
        var now = parts.clock().instant();
        if (!endings.isEmpty()) {
            var turn = parts.queue().turn(claimed.life(), sending().id(), endings, List.of(), now);
            written(turn.late());
        }
        if (!untouched.isEmpty()) {
            var due = new HashMap<Long, Instant>();
            for (var number : untouched.keySet()) due.put(number, now.plus(waits.getOrDefault(number, Duration.ZERO)));
            parts.queue().giveBack(claimed.life(), due);
            untouched.clear();
            returned = true;
        }
        if (returned) parts.rota().afterReturns(sending().id());
    }

    private void tellBounces() {
        while (!bounces.isEmpty()) {
            var bounce = bounces.getFirst();
            parts.bounces().noSuchMailbox(bounce.address(), bounce.reply());
            bounces.removeFirst();
        }
    }
}
