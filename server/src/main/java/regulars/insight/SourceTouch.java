package regulars.insight;

/** Which visit counts for a customer. */
enum SourceTouch {
    FIRST,
    LAST
}
