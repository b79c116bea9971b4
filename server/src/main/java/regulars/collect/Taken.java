package regulars.collect;

import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;

/**
 * What became of an event.
 *
 * @param messageId as stored; empty when it was refused
 * @param refusal why it was refused; null when it was not
 */
public record Taken(
        String messageId, Outcome outcome, @Nullable Fault refusal) {
    /** {@code DUPLICATE}: the same message id was stored before. */
    public enum Outcome {
        STORED,
        DUPLICATE,
        REFUSED
    }

    static Taken stored(ReadyEvent event) {
        return new Taken(event.messageId(), Outcome.STORED, null);
    }

    static Taken duplicate(ReadyEvent event) {
        return new Taken(event.messageId(), Outcome.DUPLICATE, null);
    }

    static Taken refused(Fault fault) {
        return new Taken("", Outcome.REFUSED, fault);
    }
}
