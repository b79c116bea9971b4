package regulars.duplicates;

/** What is known of an address of somebody, the worst first; each address has one. */
enum AddressStanding {
    /** Mail came back, or somebody marked it. */
    INVALID,
    /** Of a domain whose mailboxes live for an hour. */
    DISPOSABLE,
    /** Nobody has confirmed it for long. */
    AGED,
    GOOD
}
