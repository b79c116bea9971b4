package regulars.segments;

/** What is known of an address. */
public enum ContactQuality {
    ANY,
    /** Not known to be bad: what a message may be sent to. */
    USABLE,
    VALID,
    INVALID
}
