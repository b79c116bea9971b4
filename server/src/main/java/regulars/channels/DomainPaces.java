package regulars.channels;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import regulars.channels.smtp.SmtpOutcome;
import regulars.channels.smtp.SmtpReply;

/** The paces of all groups of recipient domains, in this node's memory. Runs on the machine's own time. Thread-safe. */
class DomainPaces {
    private static final int MANY = 10_000;
    private static final int TOO_MANY_CONNECTIONS = 421;

    private final LongSupplier nanos;
    private final Map<String, DomainPace> paces = new HashMap<>();

    DomainPaces() {
        this(System::nanoTime);
    }

    DomainPaces(LongSupplier nanos) {
        this.nanos = nanos;
    }

    long now() {
        return nanos.getAsLong();
    }

    /** Zero: the message may go, its turn is taken. Else how long it has to wait in the queue. */
    synchronized Duration turn(String address, DomainLimits limits) {
        return pace(address).turn(now(), limits);
    }

    /**
     * Right before the wire; {@link #left} must follow when true.
     *
     * @param turnAt when the turn was given, by {@link #now}
     */
    synchronized boolean enter(String address, long turnAt, DomainLimits limits) {
        return pace(address).enter(turnAt, limits);
    }

    synchronized void left(String address, SmtpOutcome outcome, DomainLimits limits) {
        var pace = pace(address);
        pace.leave();
        if (outcome instanceof SmtpOutcome.Refused refused && asksToSlowDown(refused.reply()))
            pace.slower(now(), limits);
    }

    private static boolean asksToSlowDown(SmtpReply reply) {
        var status = reply.enhanced();
        return reply.code() == TOO_MANY_CONNECTIONS || (status != null && status.startsWith("4.7."));
    }

    private DomainPace pace(String address) {
        if (paces.size() >= MANY) paces.values().removeIf(DomainPace::idle);
        return paces.computeIfAbsent(DomainGroups.of(address), _ -> new DomainPace(now()));
    }
}
