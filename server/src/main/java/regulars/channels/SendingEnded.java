package regulars.channels;

import java.util.UUID;

/**
 * Event: a sending has nobody waiting any more (finished), or was stopped by its own template. A hint, lost in a
 * crash: the state of the sending is the truth.
 */
public record SendingEnded(UUID sendingId, String kind, SendingState state) {}
