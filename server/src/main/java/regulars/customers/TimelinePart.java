package regulars.customers;

import java.time.Instant;
import java.util.List;

/** A room's share of a customer's timeline; a bean of this type is merged with the others by time. */
public interface TimelinePart {
    String kind();

    /** At most {@code limit} entries no later than {@code upTo}, the latest first, equal instants in a fixed order. */
    List<TimelineEntry> entries(CustomerSubjects customer, Instant upTo, int limit);
}
