package regulars.customers;

import org.jspecify.annotations.Nullable;

/**
 * What a timeline asks of each room.
 *
 * @param text entries must mention it, whatever the case; null for all
 */
public record TimelineQuestion(
        CustomerSubjects customer,
        TimelinePoint from,
        @Nullable String text,
        int limit) {}
