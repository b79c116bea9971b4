package regulars.segments;

import java.time.Instant;
import java.util.List;

/**
 * How many people meet a rule, exactly.
 *
 * @param base all active customers
 * @param counts of every condition and group on its own
 */
public record RulePreview(int total, int base, Instant asOf, List<NodeCount> counts) {}
