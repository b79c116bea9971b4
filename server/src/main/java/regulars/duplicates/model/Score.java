package regulars.duplicates.model;

import java.util.List;

/**
 * How sure it is that two records are one person, and why.
 *
 * @param probability between 0 and 1
 * @param bits the sum of the reasons and of the odds before
 */
public record Score(double probability, double bits, Verdict verdict, List<Reason> reasons) {
    public Score {
        reasons = List.copyOf(reasons);
    }

    /** What is to be done with such a pair. */
    public enum Verdict {
        /** Sure enough to be merged without a person's eye. */
        ONE,
        /** For a person to look at. */
        PERHAPS,
        TWO
    }

    /**
     * @param bits what the agreement adds to the odds, in powers of two; negative where it speaks against
     */
    public record Reason(Clue clue, Agreement agreement, double bits) {}
}
