package regulars.channels;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import regulars.channels.smtp.SmtpOutcome;
import regulars.channels.smtp.SmtpReply;
import regulars.channels.smtp.SmtpStage;

/** What an answer from the wire means for a message: final or again, and why. */
class Outcomes {
    /** Status codes about the sender's address, not the recipient's, though they begin with 5.1. */
    private static final Set<String> ABOUT_US = Set.of("5.1.7", "5.1.8", "5.1.9");

    private static final Set<String> NO_SUCH_WORDS =
            Set.of("user unknown", "unknown user", "no such user", "does not exist", "no mailbox", "user not found");

    private final SenderTiming timing;
    private final RandomGenerator random;

    Outcomes(SenderTiming timing, RandomGenerator random) {
        this.timing = timing;
        this.random = random;
    }

    Ending ending(Claimed.Item item, SendingView sending, SmtpOutcome outcome, @Nullable Long evidenceId, Instant now) {
        var attempt = new Attempt(item, sending, evidenceId, now);
        return switch (outcome) {
            case SmtpOutcome.Accepted accepted ->
                attempt.ended(MessageState.ACCEPTED, null, accepted.reply().toString());
            case SmtpOutcome.Refused refused ->
                refused.reply().permanent()
                        ? attempt.ended(
                                MessageState.REFUSED,
                                reason(refused),
                                refused.reply().toString())
                        : again(attempt, refused.reply().toString());
            case SmtpOutcome.NotSupported not ->
                attempt.ended(
                        MessageState.REFUSED, not.tooLarge() ? Reason.TOO_LARGE : Reason.NOT_SUPPORTED, not.detail());
            case SmtpOutcome.Interrupted interrupted -> again(attempt, interrupted.detail());
            case SmtpOutcome.Unknown unknown -> unknown(attempt, unknown.detail());
        };
    }

    private record Attempt(
            Claimed.Item item,
            SendingView sending,
            @Nullable Long evidenceId,
            Instant now) {
        int number() {
            return item.message().attempt();
        }

        Ending ended(MessageState state, @Nullable Reason reason, String detail) {
            return new Ending(item.message().number(), number(), state, reason, null, detail, evidenceId);
        }

        Ending due(MessageState state, Reason reason, Instant at, String detail) {
            return new Ending(item.message().number(), number(), state, reason, at, detail, evidenceId);
        }
    }

    private Ending again(Attempt attempt, String detail) {
        var at = attempt.now().plus(pause(attempt.number()));
        return tooLate(attempt, at)
                ? attempt.ended(MessageState.EXPIRED, Reason.TOO_LATE, detail)
                : attempt.due(MessageState.DEFERRED, Reason.TEMPORARY, at, detail);
    }

    private Ending unknown(Attempt attempt, String detail) {
        boolean again = attempt.item().lostReplies() == 0 && attempt.sending().delivery() == Delivery.AT_LEAST_ONCE;
        var at = attempt.now().plus(pause(1));
        return again && !tooLate(attempt, at)
                ? attempt.due(MessageState.UNKNOWN, Reason.REPLY_LOST, at, detail)
                : attempt.ended(MessageState.UNKNOWN, Reason.REPLY_LOST, detail);
    }

    private boolean tooLate(Attempt attempt, Instant at) {
        var expiresAt = attempt.sending().expiresAt();
        var queuedAt = attempt.item().message().queuedAt();
        return (expiresAt != null && at.isAfter(expiresAt)) || at.isAfter(queuedAt.plus(timing.giveUp()));
    }

    /** Doubles with each attempt, a quarter more or less by chance, so that a crowd does not come back together. */
    Duration pause(int attempt) {
        long base = timing.firstRetry().toMillis() << Math.min(attempt - 1, 20);
        long capped = Math.min(base, timing.longestRetry().toMillis());
        return Duration.ofMillis(Math.round(capped * (0.75 + random.nextDouble() * 0.5)));
    }

    private static Reason reason(SmtpOutcome.Refused refused) {
        var status = refused.reply().enhanced();
        if (status == null) return plain(refused);
        if (status.startsWith("5.1.") && !ABOUT_US.contains(status) && refused.stage() != SmtpStage.MAIL) {
            return Reason.NO_SUCH_MAILBOX;
        }
        if (status.startsWith("5.7.") || ABOUT_US.contains(status)) return Reason.POLICY;
        return status.equals("5.3.4") ? Reason.TOO_LARGE : Reason.REFUSED_BY_SERVER;
    }

    /** Without a status code only plain words about the recipient count: a wrong guess would silence a good address. */
    private static Reason plain(SmtpOutcome.Refused refused) {
        if (refused.stage() == SmtpStage.MAIL) return Reason.POLICY;
        var words = text(refused.reply());
        boolean noSuch =
                refused.stage() == SmtpStage.RCPT && NO_SUCH_WORDS.stream().anyMatch(words::contains);
        return noSuch ? Reason.NO_SUCH_MAILBOX : Reason.REFUSED_BY_SERVER;
    }

    private static String text(SmtpReply reply) {
        return String.join(" ", reply.lines()).toLowerCase(Locale.ROOT);
    }
}
