package regulars.campaigns.effect;

import org.hipparchus.distribution.continuous.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The difference that a campaign made, with the interval that holds it 95 times in 100.
 *
 * <p>By intention to treat: people are compared by the side they were assigned to by chance, not by what reached them, so
 * nothing but the campaign tells the sides apart. The difference of means has Welch's standard error (B. L. Welch, The
 * generalization of "Student's" problem when several different population variances are involved, Biometrika 34, 1947),
 * which lets the sides differ in size and in variance; its degrees of freedom are Satterthwaite's. Spending is skewed, but
 * means of hundreds of people are near enough to normal: {@code LiftTest} runs a thousand campaigns without effect.
 *
 * @param difference treated less control, a person
 * @param low the interval's lower end
 * @param high the interval's upper end
 */
public record Lift(double difference, double low, double high) {
    private static final double CONFIDENCE = 0.95;

    /** Null when a side has fewer than two people or nobody's value differs: then there is nothing to tell. */
    public static @Nullable Lift ofRevenue(Arm treated, Arm control) {
        if (treated.people() < 2 || control.people() < 2) return null;
        double byTreated = treated.variance() / treated.people();
        double byControl = control.variance() / control.people();
        double error = Math.sqrt(byTreated + byControl);
        if (error == 0) return null;
        double freedom = Math.pow(byTreated + byControl, 2)
                / (byTreated * byTreated / (treated.people() - 1) + byControl * byControl / (control.people() - 1));
        double reach = error * new TDistribution(freedom).inverseCumulativeProbability(0.5 + CONFIDENCE / 2);
        double difference = treated.mean() - control.mean();
        return new Lift(difference, difference - reach, difference + reach);
    }

    /** The same for the share of people who bought. */
    public static @Nullable Lift ofConversion(Arm treated, Arm control) {
        return ofRevenue(treated.asConversion(), control.asConversion());
    }

    /** What the campaign brought by all who were treated. */
    public Lift times(long treatedPeople) {
        return new Lift(difference * treatedPeople, low * treatedPeople, high * treatedPeople);
    }

    /** Whether the interval leaves zero out: only then is it an effect and not chance. */
    public boolean proven() {
        return low > 0 || high < 0;
    }
}
