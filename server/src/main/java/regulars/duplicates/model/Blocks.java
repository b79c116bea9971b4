package regulars.duplicates.model;

/**
 * Which block a person is in for each pass. Sizes are guessed from above by a sketch first; only what may be too large is
 * counted exactly, so that the memory does not grow with the base.
 */
final class Blocks {
    private final int largest;
    private final Sketch guess;
    private final LongCounts exact = new LongCounts();
    private long cut;

    /** @param largest how many people a block may have */
    Blocks(int largest, long people) {
        this.largest = largest;
        this.guess = new Sketch(people * Keys.PLACES);
    }

    /** First of all, of everybody. */
    void guess(long[] keys) {
        for (long key : keys) if (key != 0) guess.add(key);
    }

    /** Then, of everybody again. */
    void count(long[] keys) {
        for (long key : keys) if (key != 0 && guess.count(key) > largest) exact.add(key, 1);
    }

    /** How many people were alike in so much that they are compared with some of their block only. */
    long cut() {
        return cut;
    }

    /** Before everybody is placed once more. */
    void begin() {
        cut = 0;
    }

    /**
     * For each pass the key of the first block that is small enough; 0 where there is none. What is too large with the
     * longest key, too, is cut in pieces by the order in which people come.
     *
     * @param ranks counts the members of such blocks; a new one each time that everybody is placed
     */
    long[] place(long[] keys, LongCounts ranks) {
        var placed = new long[Keys.PLACES];
        for (int place = 0; place < Keys.PLACES; place++) {
            int at = place * Pass.RUNGS;
            long key = keys[at];
            for (int rung = 1; rung < Pass.RUNGS && keys[at + rung] != 0 && exact.get(key) > largest; rung++) {
                key = keys[at + rung];
            }
            if (key != 0 && exact.get(key) > largest) {
                cut++;
                key = Keys.atRung(Hashes.of(key, ranks.add(key, 1) / largest), Keys.rung(key));
            }
            placed[place] = key;
        }
        return placed;
    }
}
