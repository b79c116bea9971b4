package regulars.segments;

import java.util.List;
import regulars.kernel.Money;

/**
 * The people behind a rule.
 *
 * @param reachableByEmail have a usable address and have agreed to marketing by e-mail; suppression is checked at launch
 * @param revenue of all their orders ever
 * @param sample some of them
 */
public record PreviewPeople(int reachableByEmail, Money revenue, List<SegmentMember> sample) {}
