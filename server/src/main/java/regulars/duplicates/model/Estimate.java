package regulars.duplicates.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns the weights from a base without anybody's labels: what agrees among two people from pairs taken at random, what
 * agrees within one person by expectation maximisation over the pairs that share a block (A. P. Dempster, N. M. Laird,
 * D. B. Rubin, 1977; W. E. Winkler, 1988). A clue that made the block is left out there: it agrees because of it.
 */
final class Estimate {
    private static final Clue[] CLUES = Clue.values();
    private static final Agreement[] AGREEMENTS = Agreement.values();

    /** The usual shares count as so many pairs, so that a base with few duplicates does not invent its own. */
    private static final double USUAL = 20;

    /** One person's records differ in a clue at most so many times as often as they usually do. */
    private static final double MOST_DIFFERENT = 1.5;

    private static final double UNSEEN = .5;
    private static final int ROUNDS = 60;
    private static final int AGAIN = 3;
    private static final double FIRST_SHARE = .1;

    private final Patterns random;
    private final List<Block> blocks;
    private final double allPairs;

    /** Pairs that one pass brought together by keys of one length. */
    record Block(Set<Clue> by, Patterns patterns) {}

    /**
     * @param random of pairs taken at random
     * @param blocks each weighted so that together they stand for all pairs that share a block
     * @param allPairs of the whole base
     */
    Estimate(Patterns random, List<Block> blocks, double allPairs) {
        this.random = random;
        this.blocks = List.copyOf(blocks);
        this.allPairs = allPairs;
    }

    Weights weights() {
        var ofOne = usual();
        double prior = 1 / allPairs;
        var ofTwo = ofTwo(ofOne, null, prior);
        for (int round = 0; round < AGAIN; round++) {
            ofOne = ofOne(ofTwo);
            prior = prior(ofOne, ofTwo);
            ofTwo = ofTwo(ofOne, ofTwo, prior);
        }
        return Weights.of(prior(ofOne, ofTwo), ofOne, ofTwo);
    }

    private static double[][] usual() {
        var usual = new double[Clue.COUNT][Agreement.COUNT];
        for (var clue : CLUES)
            for (var agreement : AGREEMENTS) usual[clue.ordinal()][agreement.ordinal()] = clue.usually(agreement);
        return usual;
    }

    /** Pairs that are one person are among those taken at random, too: from the second time on they are left out. */
    private double[][] ofTwo(double[][] ofOne, double @Nullable [][] before, double prior) {
        var counts = new double[Clue.COUNT][Agreement.COUNT];
        var everything = EnumSet.allOf(Clue.class);
        random.forEach((pattern, count) -> {
            double same = before == null ? 0 : posterior(pattern, everything, prior, ofOne, before);
            tally(counts, pattern, count * (1 - same));
        });
        return shares(counts, true);
    }

    private double[][] ofOne(double[][] ofTwo) {
        var counts = new double[Clue.COUNT][Agreement.COUNT];
        for (var block : blocks) {
            var clues = EnumSet.complementOf(EnumSet.copyOf(block.by()));
            var learned = maximise(block.patterns(), clues, ofTwo);
            for (var clue : clues)
                for (int i = 0; i < Agreement.COUNT; i++) counts[clue.ordinal()][i] += learned[clue.ordinal()][i];
        }
        return shares(counts, false);
    }

    /** The expected number of pairs of one person with each agreement, in one block. */
    private double[][] maximise(Patterns patterns, Set<Clue> clues, double[][] ofTwo) {
        var ofOne = usual();
        double share = FIRST_SHARE;
        var counts = new double[Clue.COUNT][Agreement.COUNT];
        for (int round = 0; round < ROUNDS; round++) {
            var tallied = new double[Clue.COUNT][Agreement.COUNT];
            var found = new double[1];
            var shares = ofOne;
            double now = share;
            patterns.forEach((pattern, count) -> {
                double same = posterior(pattern, clues, now, shares, ofTwo) * count;
                found[0] += same;
                tally(tallied, pattern, same);
            });
            counts = tallied;
            ofOne = shares(tallied, false);
            share = Math.clamp((found[0] + UNSEEN) / (patterns.pairs() + 2 * UNSEEN), 1e-9, 1 - 1e-9);
        }
        return counts;
    }

    /** The share of all pairs that are one person: by the pairs in blocks, beyond which there are next to none. */
    private double prior(double[][] ofOne, double[][] ofTwo) {
        var everything = EnumSet.allOf(Clue.class);
        double prior = 1 / allPairs;
        for (int round = 0; round < ROUNDS; round++) {
            var found = new double[1];
            double now = prior;
            for (var block : blocks) {
                block.patterns()
                        .forEach((pattern, count) ->
                                found[0] += count * posterior(pattern, everything, now, ofOne, ofTwo));
            }
            prior = Math.clamp((found[0] + UNSEEN) / allPairs, 1e-15, .5);
        }
        return prior;
    }

    private static double posterior(long pattern, Set<Clue> clues, double prior, double[][] ofOne, double[][] ofTwo) {
        double odds = prior / (1 - prior);
        for (var clue : clues) {
            var agreement = Agreement.in(pattern, clue);
            if (agreement == Agreement.ABSENT) continue;
            odds *= ofOne[clue.ordinal()][agreement.ordinal()] / ofTwo[clue.ordinal()][agreement.ordinal()];
        }
        return odds / (1 + odds);
    }

    private static void tally(double[][] counts, long pattern, double weight) {
        for (var clue : CLUES)
            counts[clue.ordinal()][Agreement.in(pattern, clue).ordinal()] += weight;
    }

    /** Of what was seen where both have the clue; what was never seen keeps a little. */
    private static double[][] shares(double[][] counts, boolean ofTwo) {
        var shares = new double[Clue.COUNT][Agreement.COUNT];
        for (var clue : CLUES) {
            double all = 0;
            for (var agreement : AGREEMENTS) all += seen(counts, clue, agreement, ofTwo);
            for (var agreement : AGREEMENTS)
                shares[clue.ordinal()][agreement.ordinal()] = seen(counts, clue, agreement, ofTwo) / all;
            if (!ofTwo) bound(shares[clue.ordinal()], MOST_DIFFERENT * clue.usually(Agreement.DIFFERENT));
        }
        return shares;
    }

    /** Where hardly anybody is there twice, the likest pairs are of one name and differ in all else: they are not one. */
    private static void bound(double[] shares, double different) {
        int at = Agreement.DIFFERENT.ordinal();
        if (shares[at] <= different) return;
        double others = (1 - different) / (1 - shares[at]);
        for (int i = 0; i < shares.length; i++) shares[i] = i == at ? different : shares[i] * others;
    }

    private static double seen(double[][] counts, Clue clue, Agreement agreement, boolean ofTwo) {
        if (!clue.knows(agreement)) return 0;
        double added = ofTwo ? UNSEEN : USUAL * clue.usually(agreement);
        return counts[clue.ordinal()][agreement.ordinal()] + added;
    }
}
