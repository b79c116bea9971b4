package regulars.channels;

import java.util.UUID;

/** Event: a sending has nobody waiting any more (finished), or was stopped by its own template. Published at least once. */
public record SendingEnded(UUID sendingId, String kind, SendingState state) {}
