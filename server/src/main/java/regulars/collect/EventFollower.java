package regulars.collect;

import java.util.List;

/** A later room that keeps something of events for itself. A bean. */
public interface EventFollower {
    /** In the transaction that stores them: short, for their senders wait. Facts of erased people are not told. */
    void follow(List<FreshEvent> events);
}
