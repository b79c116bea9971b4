package regulars.channels;

import java.util.ArrayList;
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
 * The way of one claimed batch: compose, hand over, then mail by mail (consent again, the wire), and at the end the
 * outcomes in one transaction. Whatever happens, {@link #close} leaves no message behind: each has an outcome, went back
 * into the queue, or is left to the recovery because this node lost its lease.
 */
class BatchRun implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BatchRun.class);

    private final SenderParts parts;
    private final Claimed claimed;
    private final MailSettings settings;
    private final BooleanSupplier wanted;
    private final Map<Long, Claimed.Item> untouched = new LinkedHashMap<>();
    private final List<Ending> endings = new ArrayList<>();
    private final List<Bounce> bounces = new ArrayList<>();
    private boolean delayed;

    private record Bounce(String address, String reply) {}

    interface Connections {
        SmtpConnection get() throws SmtpUnavailable;
    }

    BatchRun(SenderParts parts, Claimed claimed, MailSettings settings, BooleanSupplier wanted) {
        this.parts = parts;
        this.claimed = claimed;
        this.settings = settings;
        this.wanted = wanted;
        for (var item : claimed.items()) untouched.put(item.message().number(), item);
    }

    private SendingView sending() {
        return claimed.sending().sending();
    }

    void deliver(Connections connections) throws SmtpUnavailable {
        var mails = compose();
        var numbers = mails.stream().map(m -> m.item().message().number()).toList();
        var handedOver =
                parts.queue().handOver(claimed.life(), numbers, parts.clock().instant());
        for (var mail : mails) {
            if (!handedOver.contains(mail.item().message().number())) {
                untouched.remove(mail.item().message().number());
                continue;
            }
            if (!mayGoOn()) return;
            deliver(mail, connections.get());
        }
    }

    private List<Preparation.Mail> compose() {
        try {
            var prepared = parts.preparation().prepare(claimed, settings);
            for (var failure : prepared.failed()) end(failure);
            stopIf(parts.tallies()
                    .composed(
                            sending().id(),
                            claimed.items().size(),
                            prepared.failed().size()));
            return prepared.mails();
        } catch (RuntimeException e) {
            delayed = true;
            log.warn("The sending {} could not compose a batch", sending().id(), e);
            stopIf(parts.tallies().trouble(sending().id(), e.toString()));
            return List.of();
        }
    }

    /** A node that may have been taken for dead puts nothing more on the wire: another may be doing it already. */
    private boolean mayGoOn() {
        var wait = parts.throttle().turn(settings.perMinute());
        if (!wait.isZero()) LockSupport.parkNanos(wait.toNanos());
        return wanted.getAsBoolean() && claimed.life().certain();
    }

    private void deliver(Preparation.Mail mail, SmtpConnection connection) {
        var message = mail.item().message();
        var verdict = parts.rights()
                .standingNow(
                        message.customerNumber(), message.address(), sending().purposeCode());
        if (!verdict.allowed()) {
            end(new Ending(
                    message.number(),
                    message.attempt(),
                    MessageState.EXCLUDED,
                    verdict.reason(),
                    null,
                    "found right before the wire",
                    verdict.evidenceId()));
            return;
        }
        untouched.remove(message.number());
        var outcome = connection.send(mail.ready().envelope(), mail.ready().content());
        end(mail.item(), outcome, verdict);
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
        while (!bounces.isEmpty()) {
            var bounce = bounces.getFirst();
            parts.bounces().noSuchMailbox(bounce.address(), bounce.reply());
            bounces.removeFirst();
        }
        var now = parts.clock().instant();
        boolean returns = !untouched.isEmpty() || endings.stream().anyMatch(e -> !e.isFinal());
        if (!endings.isEmpty()) {
            int refused = parts.queue().end(claimed.life(), endings, now);
            if (refused > 0) log.warn("{} outcomes came too late: another sender has the messages", refused);
            endings.clear();
        }
        if (!untouched.isEmpty()) {
            var due = delayed ? now.plus(parts.outcomes().pause(1)) : now;
            parts.queue().giveBack(claimed.life(), untouched.keySet(), due);
            untouched.clear();
        }
        if (returns) parts.rota().afterReturns(sending().id());
    }
}
