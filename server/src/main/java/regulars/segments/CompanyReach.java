package regulars.segments;

/** Whose people a condition about a company finds. */
public enum CompanyReach {
    ALONE,
    /** Those of the companies that belong to it too, however far below it in the tree. */
    WITH_BELOW
}
