package regulars.insight;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which thresholds a grid is drawn with.
 *
 * @param id null for a trial that is not kept
 * @param periodDays orders of so many days before the moment of asking count; null means all
 * @param asOf when the thresholds were computed
 */
public record SchemeView(
        @Nullable UUID id, SchemeMethod method, @Nullable Integer periodDays, Instant asOf) {}
