package regulars.channels;

import java.util.List;

/** A batch of one sending that this node holds. */
record Claimed(SendingStore.Running sending, Node.Life life, List<Item> items) {
    Claimed only(List<Item> some) {
        return new Claimed(sending, life, some);
    }

    record Item(QueuedMessage message, int lostReplies) {}
}
