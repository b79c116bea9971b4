package regulars.insight;

/** How thresholds come about. */
public enum SchemeMethod {
    /** Computed so that the bands hold equally many people, as far as equal values allow. */
    AUTOMATIC,
    BY_HAND
}
