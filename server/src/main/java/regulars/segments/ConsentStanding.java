package regulars.segments;

/** What a customer has said of a purpose on a channel. */
public enum ConsentStanding {
    GRANTED,
    WITHDRAWN,
    /** Nothing was ever said. */
    ABSENT
}
