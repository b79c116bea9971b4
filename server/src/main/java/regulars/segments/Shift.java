package regulars.segments;

import java.util.stream.IntStream;

/**
 * So many people for whom the same of some rules held at one moment and the same at another.
 *
 * @param before a bit for each of the rules, the first the lowest
 * @param after likewise
 */
public record Shift(long before, long after, int people) {
    /** More rules have no bit. */
    static final int MOST_RULES = Long.SIZE;

    /** The places of the rules that held before. */
    public IntStream heldBefore() {
        return places(before);
    }

    public IntStream heldAfter() {
        return places(after);
    }

    private static IntStream places(long bits) {
        return IntStream.range(0, MOST_RULES).filter(place -> (bits >>> place & 1) == 1);
    }
}
