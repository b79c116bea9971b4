package regulars.segments;

import java.time.Instant;

/**
 * People entered or left.
 *
 * @param cause one of {@code CREATED, EDITED, LIVE, TIME, REBUILT, FROZEN}
 */
public record SegmentChange(Instant at, String cause, int ruleVersion, int entered, int left, int size) {}
