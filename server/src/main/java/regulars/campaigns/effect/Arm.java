package regulars.campaigns.effect;

/**
 * Everybody assigned to one side, whether or not the message reached them, with what they spent.
 *
 * @param people all who were assigned: those who bought nothing count as zeros
 * @param buyers how many bought at all
 * @param sum of their revenue
 * @param sumOfSquares of each person's revenue
 */
public record Arm(long people, long buyers, double sum, double sumOfSquares) {
    public Arm {
        if (people < 0 || buyers < 0 || buyers > people)
            throw new IllegalArgumentException(buyers + " buyers of " + people);
    }

    public double mean() {
        return people == 0 ? 0 : sum / people;
    }

    /** The unbiased variance of a person's revenue. */
    public double variance() {
        if (people < 2) return 0;
        return Math.max(0, (sumOfSquares - sum * sum / people) / (people - 1));
    }

    public double conversion() {
        return people == 0 ? 0 : (double) buyers / people;
    }

    /** The same people with a 1 for each who bought. */
    Arm asConversion() {
        return new Arm(people, buyers, buyers, buyers);
    }
}
