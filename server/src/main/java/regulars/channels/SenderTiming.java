package regulars.channels;

import java.time.Duration;

/**
 * The sender's patience.
 *
 * @param lease a node that says nothing for so long is taken for dead, and its messages are taken back
 * @param look how often an idle node looks for work that another queued
 * @param firstRetry after a temporary refusal; doubles up to {@code longestRetry}
 * @param giveUp this long after a message was queued it is not tried again
 */
record SenderTiming(Duration lease, Duration look, Duration firstRetry, Duration longestRetry, Duration giveUp) {
    static final SenderTiming STANDARD = new SenderTiming(
            Duration.ofSeconds(15),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofDays(4));

    Duration heartbeat() {
        return lease.dividedBy(5);
    }
}
