package regulars.channels;

import java.util.List;

/** A batch of one sending that this node holds. */
record Claimed(SendingStore.Running sending, Node.Life life, List<Item> items) {
    record Item(QueuedMessage message, int lostReplies) {}
}
