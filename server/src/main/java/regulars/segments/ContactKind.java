package regulars.segments;

/** A kind of address. */
public enum ContactKind {
    EMAIL,
    PHONE,
    TELEGRAM,
    PUSH
}
