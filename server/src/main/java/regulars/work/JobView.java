package regulars.work;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as people see it. Instants are real time, also where a demo moves the product's clock.
 *
 * @param total 0 while unknown
 * @param ratePerSecond of the run so far; null before it started
 */
public record JobView(
        UUID id,
        String kind,
        JobState state,
        long done,
        long total,
        @Nullable Double ratePerSecond,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable JsonNode result,
        @Nullable JobProblem problem) {}
