package regulars.segments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Kept members compared with a full recomputation.
 *
 * @param asOf the moment of both
 * @param segments that were compared
 * @param differences people who were a member and should not have been, or the other way round, by segment
 */
public record SelfCheckReport(Instant asOf, int segments, long differences, List<Difference> details) {
    /**
     * A segment whose members were wrong; they are mended.
     *
     * @param people some of those, by customer number
     */
    public record Difference(UUID segment, long count, List<Integer> people) {}
}
