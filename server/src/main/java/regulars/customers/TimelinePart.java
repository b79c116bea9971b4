package regulars.customers;

import java.util.List;

/** A room's share of a customer's timeline; a bean of this type is merged with the others by time. */
public interface TimelinePart {
    String kind();

    /** At most as many as are asked for, from the point onwards, in the order that {@link TimelinePoint} tells. */
    List<TimelineEntry> entries(TimelineQuestion question);
}
