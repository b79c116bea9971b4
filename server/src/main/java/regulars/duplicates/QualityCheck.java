package regulars.duplicates;

/** What may be wrong with the data of a customer, and has people who are to look at it. */
enum QualityCheck {
    /** No e-mail and no phone that is in use. */
    UNREACHABLE,
    /** Every e-mail is of a domain whose mailboxes live for an hour. */
    DISPOSABLE_EMAIL,
    /** No e-mail was confirmed for long. */
    AGED_EMAIL,
    AGED_PHONE,
    /** No record, order or confirmed address for long. */
    STALE
}
