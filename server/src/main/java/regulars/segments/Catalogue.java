package regulars.segments;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the company itself has defined and a rule may name.
 *
 * @param countingStatuses of orders that are revenue
 */
record Catalogue(Map<String, OwnAttribute> attributes, Set<String> purposes, List<String> countingStatuses) {
    /** A customer field of the company's own. */
    record OwnAttribute(int id, ValueType type) {}
}
