package regulars.segments;

import java.time.LocalDate;

/** A day in the life of a segment, in the organisation's zone: its last size, and who came and went. */
public record SegmentDay(LocalDate day, int size, int entered, int left) {}
