package regulars.duplicates.model;

/**
 * Counts of very many things in a memory that does not grow with them (G. Cormode, S. Muthukrishnan: the count-min
 * sketch, 2005). A count is never too small, and seldom too large.
 */
final class Sketch {
    private static final int SMALLEST = 1 << 14;
    private static final int LARGEST = 1 << 24;

    private final int[] one;
    private final int[] other;
    private final int mask;

    /** @param things about how many different ones are counted */
    Sketch(long things) {
        long wanted = Math.clamp(Long.highestOneBit(Math.max(things, 1)) * 2, SMALLEST, LARGEST);
        one = new int[(int) wanted];
        other = new int[(int) wanted];
        mask = (int) wanted - 1;
    }

    void add(long hash) {
        one[(int) hash & mask]++;
        other[(int) (hash >>> 32) & mask]++;
    }

    int count(long hash) {
        return Math.min(one[(int) hash & mask], other[(int) (hash >>> 32) & mask]);
    }
}
