package regulars.collect;

import regulars.kernel.Fault;

/**
 * How long events of a type are kept.
 *
 * @param type empty for every type that has no rule of its own
 * @param months since they happened
 */
public record EventRetention(String type, int months) {
    private static final int MOST_MONTHS = 600;

    public EventRetention {
        if (months < 1 || months > MOST_MONTHS) {
            throw new Fault(
                            CollectFault.EVENT_RETENTION_INVALID,
                            "Events cannot be kept for " + months + " months: choose 1 to " + MOST_MONTHS)
                    .at("months", months)
                    .with("atMost", MOST_MONTHS);
        }
    }
}
