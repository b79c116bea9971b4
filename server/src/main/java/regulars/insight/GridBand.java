package regulars.insight;

import org.jspecify.annotations.Nullable;
import regulars.segments.Rule;

/**
 * A band of a ranking.
 *
 * @param score from 1
 * @param from the smallest value; of a number that customers have, what the values are above, and of its lowest band
 *     nothing
 * @param to the largest value; null when open
 * @param rule who is in it; null when no value can be
 */
public record GridBand(
        int score, long from, @Nullable Long to, @Nullable Rule rule) {}
