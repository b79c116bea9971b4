package regulars.campaigns.effect;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Whether the sides have the sizes that chance would give. When they do not, something else than chance sorted people, and
 * the lift means nothing. Pearson's chi-square with one degree of freedom; alarm below one in a thousand, as is the custom
 * of experiment platforms, for the question is asked of every campaign.
 *
 * @param expectedControlShare as planned
 * @param actualControlShare as it came out
 * @param probability of a deviation at least so large by chance alone
 */
public record SampleRatio(double expectedControlShare, double actualControlShare, double probability) {
    private static final double ALARM = 0.001;

    public static SampleRatio of(long treated, long control, double controlShare) {
        long all = treated + control;
        if (all == 0 || controlShare <= 0 || controlShare >= 1)
            return new SampleRatio(controlShare, share(control, all), 1);
        double expectedControl = all * controlShare;
        double expectedTreated = all - expectedControl;
        double statistic = Math.pow(control - expectedControl, 2) / expectedControl
                + Math.pow(treated - expectedTreated, 2) / expectedTreated;
        double probability = 1 - new ChiSquaredDistribution(1).cumulativeProbability(statistic);
        return new SampleRatio(controlShare, share(control, all), probability);
    }

    public boolean mismatch() {
        return probability < ALARM;
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
