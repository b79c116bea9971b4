package regulars.segments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A segment as its owner sees it. Its members are not part of it: they change with every order.
 *
 * @param version of the rule; an edit names the version it was made on
 * @param membership null until it was first evaluated
 * @param folder null for none
 */
public record SegmentView(
        UUID id,
        String name,
        Rule rule,
        int version,
        @Nullable SegmentSize membership,
        @Nullable String folder,
        List<String> tags,
        Instant createdAt,
        Instant updatedAt) {}
