package regulars.channels;

import java.time.Duration;

/**
 * The pace of mail to one group of domains. A server that says "slower" (421, 4.7.x) halves it; from then on each quiet
 * minute gives a tenth back, until it is where it was. For one thread at a time.
 */
final class DomainPace {
    private static final double MINUTE = Duration.ofMinutes(1).toNanos();
    /** Refusals of mails that were under way together are one. */
    private static final double SAME_NANOS = Duration.ofSeconds(10).toNanos();

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final double SLOWEST = 6;
    private static final double RECOVERY = 1.1;
    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private long turnsAt;
    private double turns = 1;
    private long promisedUntil;
    private double cap = UNLIMITED;
    private double ceiling = UNLIMITED;
    private long slowedAt;
    private long recoveredAt;
    private long minuteAt;
    private int thisMinute;
    private int lastMinute;
    private int busy;

    DomainPace(long now) {
        turnsAt = now;
        promisedUntil = now;
        minuteAt = now;
        slowedAt = now - (long) MINUTE;
    }

    /** Zero: go, the turn is taken. Else how long to come back in; whoever asks next is told a later time. */
    Duration turn(long now, DomainLimits limits) {
        recover(now);
        double rate = rate(limits);
        if (rate == UNLIMITED) return gone(now);
        turns = Math.min(Math.max(1, rate / 30), turns + (now - turnsAt) * rate / MINUTE);
        turnsAt = now;
        if (turns >= 1) {
            turns--;
            return gone(now);
        }
        promisedUntil = Math.max(now, promisedUntil) + (long) (MINUTE / rate);
        var wait = Duration.ofNanos(promisedUntil - now);
        if (wait.compareTo(LONGEST_WAIT) < 0) return wait;
        promisedUntil = now;
        return LONGEST_WAIT;
    }

    private Duration gone(long now) {
        count(now);
        thisMinute++;
        return Duration.ZERO;
    }

    private void count(long now) {
        if (now - minuteAt < MINUTE) return;
        lastMinute = now - minuteAt < 2 * MINUTE ? thisMinute : 0;
        thisMinute = 0;
        minuteAt = now;
    }

    /** Messages a minute in force; infinite without a limit. */
    double rate(DomainLimits limits) {
        var configured = limits.perMinute();
        return Math.min(cap, configured == null ? UNLIMITED : configured);
    }

    void slower(long now, DomainLimits limits) {
        if (now - slowedAt < SAME_NANOS) return;
        count(now);
        double before = rate(limits);
        double actual = before == UNLIMITED ? Math.max(thisMinute, lastMinute) : before;
        if (cap == UNLIMITED) ceiling = actual;
        cap = Math.max(SLOWEST, actual / 2);
        slowedAt = now;
        recoveredAt = now;
        turns = 0;
        turnsAt = now;
    }

    private void recover(long now) {
        if (cap == UNLIMITED) return;
        for (; now - recoveredAt >= MINUTE && cap < UNLIMITED; recoveredAt += (long) MINUTE) {
            cap *= RECOVERY;
            if (cap >= ceiling) cap = UNLIMITED;
        }
    }

    /** Before the wire: false when too many are on it, or the group was slowed since the turn was given. */
    boolean enter(long turnAt, DomainLimits limits) {
        var most = limits.connections();
        if (slowedAt > turnAt || (most != null && busy >= most)) return false;
        busy++;
        return true;
    }

    void leave() {
        busy--;
    }

    /** Nothing would be lost by forgetting it. */
    boolean idle() {
        return busy == 0 && cap == UNLIMITED;
    }
}
