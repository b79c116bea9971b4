package regulars.segments;

/** How much a segment matters beside the others. */
public enum SegmentPriority {
    HIGH,
    NORMAL,
    LOW
}
