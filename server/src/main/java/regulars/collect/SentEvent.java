package regulars.collect;

/**
 * One event as it came over a wire.
 *
 * @param wire the name of the {@link EventWire} that reads it
 * @param call what it was sent as, such as {@code track}; empty where the event says it itself
 * @param sentAt when its sender says it was sent, as written; empty when it does not say
 * @param body JSON, as it came
 */
public record SentEvent(String wire, String call, String sentAt, byte[] body) {}
