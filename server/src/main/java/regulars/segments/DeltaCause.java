package regulars.segments;

/** Why members entered or left. */
enum DeltaCause {
    /** The segment is new: its first members were always such people, they did not enter just now. */
    CREATED,
    /** The rule was changed by hand. */
    EDITED,
    /** People did something. */
    LIVE,
    /** Nobody acted, time passed. */
    TIME,
    /** The mirror was read anew, or so much came at once that it is no doing of people: an imported history. */
    REBUILT,
    /** Evaluated for a launch. */
    FROZEN
}
