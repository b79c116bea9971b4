package regulars.segments;

/** What one wants of the people of a segment. */
public enum SegmentGoal {
    SALES,
    LOYALTY,
    /** That they stay. */
    CHURN
}
