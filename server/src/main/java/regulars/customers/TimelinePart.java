package regulars.customers;

import java.util.List;
import java.util.function.Function;

/** A room's share of a customer's timeline; a bean of this type is merged with the others by time. */
public interface TimelinePart {
    /** What one query of a room knows, under its kind. */
    static TimelinePart of(String kind, Function<TimelineQuestion, List<TimelineEntry>> entries) {
        return new TimelinePart() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public List<TimelineEntry> entries(TimelineQuestion question) {
                return entries.apply(question);
            }
        };
    }

    String kind();

    /** At most as many as are asked for, from the point onwards, in the order that {@link TimelinePoint} tells. */
    List<TimelineEntry> entries(TimelineQuestion question);
}
