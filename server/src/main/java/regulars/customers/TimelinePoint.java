package regulars.customers;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Where a room's share of a timeline goes on. Entries are ordered by time, the latest first; instants are not unique, so
 * those of one instant are ordered by their ids, compared as text byte by byte.
 *
 * @param at nothing later is wanted
 * @param afterId of that very instant only entries whose ids sort after this one; null: none of it
 */
public record TimelinePoint(Instant at, @Nullable String afterId) {
    /** Before anything was shown. */
    public static final TimelinePoint START = new TimelinePoint(Instant.parse("9999-12-31T00:00:00Z"), "");

    /** Whether an entry is wanted, as a condition. */
    public Condition reached(Field<Instant> when, Field<String> id) {
        var earlier = when.lt(at);
        return afterId == null ? earlier : when.le(at).and(earlier.or(id.gt(afterId)));
    }

    /** The same of an entry at hand. */
    public boolean reached(TimelineEntry entry) {
        int later = entry.at().compareTo(at);
        return later < 0 || later == 0 && afterId != null && entry.id().compareTo(afterId) > 0;
    }
}
