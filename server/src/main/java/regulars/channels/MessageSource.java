package regulars.channels;

import java.util.List;
import java.util.UUID;

/**
 * Composes the messages of the sendings of one kind; a bean of the room that opened them. Called from several threads
 * at once, right before the wire, with at most {@link Portion#MOST} messages of one sending, so that
 * what they need is loaded in one round trip.
 */
public interface MessageSource {
    String kind();

    /**
     * One composition a message, in the same order. An exception is taken for trouble of the machine (the batch goes
     * back into the queue and the sending stops when it happens again and again), never for a bad template.
     */
    List<Composition> compose(UUID sendingId, List<QueuedMessage> batch);
}
