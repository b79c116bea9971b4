package regulars.duplicates.model;

/** How well one clue of two people agrees; which of these a clue knows is said by {@link Clue}. */
public enum Agreement {
    /** One of the two does not have it: it says nothing, neither for nor against. */
    ABSENT,
    SAME,
    /** Another spelling of the same sound, such as Щербаков and Shcherbakov. */
    SOUND,
    /** A slip of one letter or digit, or nearly so. */
    CLOSE,
    SIMILAR,
    /** The given name in the field of the family name; day and month the other way round. */
    SWAPPED,
    /** A part of it is the same: the mailbox but not the domain, two of day, month and year. */
    PART,
    DIFFERENT;

    private static final Agreement[] ALL = values();

    static final int COUNT = ALL.length;
    static final int BITS = 3;

    /** What a pattern, made by {@link Comparison#pattern}, holds of a clue. */
    static Agreement in(long pattern, Clue clue) {
        return ALL[(int) (pattern >>> (clue.ordinal() * BITS)) & (COUNT - 1)];
    }

    long at(Clue clue) {
        return (long) ordinal() << (clue.ordinal() * BITS);
    }
}
