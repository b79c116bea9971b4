package regulars.channels;

import org.jspecify.annotations.Nullable;

/** So many messages stand so, for that reason. */
public record GateCount(MessageState state, @Nullable Reason reason, long count) {}
