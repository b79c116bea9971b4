package regulars.insight;

/**
 * Where the scores of recency, frequency and money part.
 *
 * @param recency days since the last order: the fewest score best
 * @param frequency orders
 * @param monetary revenue in minor units
 */
record RfmThresholds(Bounds recency, Bounds frequency, Bounds monetary) {
    static final int SCORES = 5;

    RfmThresholds checked() {
        return new RfmThresholds(
                recency.checked("recency", SCORES),
                frequency.checked("frequency", SCORES),
                monetary.checked("monetary", SCORES));
    }
}
