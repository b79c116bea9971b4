package regulars.insight;

/** What customers of a report of sources are put together by. */
enum SourceBy {
    /** Mail, search, social, paid and the like; of who never visited, how they were recorded. */
    CHANNEL,
    /** The campaign that the address named. */
    CAMPAIGN,
    UTM_SOURCE,
    UTM_MEDIUM,
    /** The other site they came from. */
    REFERRAL,
    /** The file, form or program that told of them. */
    RECORD
}
