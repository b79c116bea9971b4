package regulars.segments;

/** The figure that tells by month whether a segment does what it is for. */
public enum SegmentKpi {
    /** People at the end of the month. */
    MEMBERS,
    /** Those of its people at the beginning of the month who ordered in it. */
    BUYERS,
    /** Their orders of the month that count as revenue. */
    ORDERS,
    /** Their revenue of the month, in minor units of the organisation's currency. */
    REVENUE,
    /** Revenue by orders, rounded down to whole minor units; unknown without orders. */
    AVERAGE_CHECK
}
