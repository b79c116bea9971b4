package regulars.channels;

import org.jspecify.annotations.Nullable;

/**
 * How much of this node's mail one operator of mailboxes gets, each for itself; null for no limit, as it is right where
 * our own relay spreads the mail.
 */
public record DomainLimits(
        @Nullable Integer perMinute, @Nullable Integer connections) {
    static final DomainLimits NONE = new DomainLimits(null, null);
}
