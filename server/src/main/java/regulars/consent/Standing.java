package regulars.consent;

/** Whether a person may be written to. */
public enum Standing {
    /** They agreed and have not withdrawn. */
    GRANTED,
    /** They never said anything. */
    ABSENT,
    /** They said no. */
    WITHDRAWN,
    /** The address gets nothing, whatever its owner agreed to. */
    SUPPRESSED
}
