package regulars.kernel;

/** Whose move it is after a fault; {@code access} turns each kind into one HTTP status. */
public enum FaultKind {
    /** The request cannot be understood or breaks a rule: the caller corrects it. */
    INVALID,
    /** The same on a wire whose clients know 400 as "do not send this again", and try any other refusal once more. */
    MALFORMED,
    /** Nobody is signed in. */
    UNAUTHENTICATED,
    /** Signed in, but not allowed. */
    FORBIDDEN,
    /** No such thing, or not for this caller. */
    NOT_FOUND,
    /** The thing is in a state that does not allow this. */
    CONFLICT,
    /** Larger than a stated limit. */
    TOO_LARGE,
    /** Too many requests: come back later. */
    BUSY,
    /** Something the product needs is down for now. */
    UNAVAILABLE
}
