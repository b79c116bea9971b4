package regulars.duplicates.model;

import java.util.ArrayList;
import java.util.List;
import regulars.duplicates.model.Score.Reason;
import regulars.duplicates.model.Score.Verdict;

/** Judges pairs by weights and by how common the shared values are. The same two bounds for every base. */
final class Judge {
    /** From here on a pair is shown to a person. */
    static final double LOOK = .5;

    /** From here on a pair may be merged without one. */
    static final double SURE = .9999;

    private static final double LOOK_BITS = Weights.log2(LOOK / (1 - LOOK));
    private static final Clue[] CLUES = Clue.values();

    private final Weights weights;
    private final Frequencies frequencies;
    private final double[][] bits = new double[Clue.COUNT][Agreement.COUNT];
    private final double[][] atMost = new double[Clue.COUNT][Agreement.COUNT];
    private final double prior;

    Judge(Weights weights, Frequencies frequencies) {
        this.weights = weights;
        this.frequencies = frequencies;
        this.prior = weights.priorBits();
        for (var clue : CLUES)
            for (var agreement : Agreement.values()) if (clue.knows(agreement)) weigh(clue, agreement);
    }

    private void weigh(Clue clue, Agreement agreement) {
        double ofOne = weights.ofOne(clue, agreement);
        double ofTwo = weights.ofTwo(clue, agreement);
        bits[clue.ordinal()][agreement.ordinal()] = Weights.log2(ofOne / ofTwo);
        double rarest = agreement == Agreement.SAME ? Math.min(ofTwo, 1.0 / frequencies.people()) : ofTwo;
        atMost[clue.ordinal()][agreement.ordinal()] = Weights.log2(ofOne / rarest);
    }

    /** Cheap: false only for pairs that are two people even if every value they share were the rarest there is. */
    boolean worthALook(long pattern) {
        double most = prior;
        for (var clue : CLUES)
            most += atMost[clue.ordinal()][Agreement.in(pattern, clue).ordinal()];
        return most >= LOOK_BITS;
    }

    Score score(Person one, Person other, long pattern) {
        List<Reason> reasons = new ArrayList<>();
        double sum = prior;
        for (var clue : CLUES) {
            var agreement = Agreement.in(pattern, clue);
            if (agreement == Agreement.ABSENT) continue;
            double worth = bits(clue, agreement, one, other);
            reasons.add(new Reason(clue, agreement, worth));
            sum += worth;
        }
        double probability = Weights.probability(sum);
        return new Score(probability, sum, verdict(probability, pattern), reasons);
    }

    private double bits(Clue clue, Agreement agreement, Person one, Person other) {
        if (agreement != Agreement.SAME) return bits[clue.ordinal()][agreement.ordinal()];
        double chance = frequencies.chance(clue, one, other, weights.ofTwo(clue, agreement));
        return Weights.log2(weights.ofOne(clue, agreement) / chance);
    }

    /**
     * A family shares name, address, telephone and mailbox: who has another given name, or none that agrees and another
     * birthday, is never merged without a person's eye, however much the rest agrees.
     */
    private static Verdict verdict(double probability, long pattern) {
        if (probability < LOOK) return Verdict.TWO;
        return probability >= SURE && noOtherPerson(pattern) ? Verdict.ONE : Verdict.PERHAPS;
    }

    private static boolean noOtherPerson(long pattern) {
        return switch (Agreement.in(pattern, Clue.GIVEN_NAME)) {
            case SAME, SOUND, CLOSE, SWAPPED -> Agreement.in(pattern, Clue.BIRTH_DATE) != Agreement.DIFFERENT;
            case ABSENT, SIMILAR -> Agreement.in(pattern, Clue.BIRTH_DATE) == Agreement.SAME;
            case PART, DIFFERENT -> false;
        };
    }
}
