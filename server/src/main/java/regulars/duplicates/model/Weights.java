package regulars.duplicates.model;

import java.util.Arrays;
import java.util.List;

/**
 * What an agreement of a clue is worth: I. P. Fellegi, A. B. Sunter, A Theory for Record Linkage, JASA 64 (1969). The
 * weight is the binary logarithm of how much more often it is seen among two records of one person than among two
 * people.
 *
 * @param prior the share of pairs of the whole base that are one person
 * @param ofOne by clue and agreement, among pairs that are one person
 * @param ofTwo the same among pairs that are two people
 */
public record Weights(double prior, List<List<Double>> ofOne, List<List<Double>> ofTwo) {
    public Weights {
        ofOne = ofOne.stream().map(List::copyOf).toList();
        ofTwo = ofTwo.stream().map(List::copyOf).toList();
    }

    static Weights of(double prior, double[][] ofOne, double[][] ofTwo) {
        return new Weights(prior, boxed(ofOne), boxed(ofTwo));
    }

    double ofOne(Clue clue, Agreement agreement) {
        return ofOne.get(clue.ordinal()).get(agreement.ordinal());
    }

    double ofTwo(Clue clue, Agreement agreement) {
        return ofTwo.get(clue.ordinal()).get(agreement.ordinal());
    }

    /** How far the odds are from even before anything is compared, in bits; negative. */
    double priorBits() {
        return log2(prior / (1 - prior));
    }

    static double probability(double bits) {
        return 1 / (1 + Math.pow(2, -bits));
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    private static List<List<Double>> boxed(double[][] table) {
        return Arrays.stream(table)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }
}
