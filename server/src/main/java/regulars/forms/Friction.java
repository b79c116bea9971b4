package regulars.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a form's length costs, in figures with their 95 % intervals; null where there is too little to say anything. */
final class Friction {
    /** The quantile of the normal distribution that leaves 2.5 % on each side. */
    private static final double Z = 1.959964;

    private static final int LEAST_VIEWS = 100;
    private static final int LEAST_SUBMITS = 20;
    private static final int MOST_STEPS = 50;
    private static final double SETTLED = 1e-10;

    private Friction() {}

    /** A share, difference or ratio with the interval that it lies in. */
    record FrictionEstimate(double value, double low, double high) {}

    /** How many saw a form with so many fields, and how many sent it. */
    record Trial(int fields, long views, long submits) {}

    /** A share of those who saw it: Wilson's score interval (Wilson 1927), which is right for small figures too. */
    static @Nullable FrictionEstimate share(long part, long whole) {
        if (whole <= 0) return null;
        double p = Math.min(1, (double) part / whole);
        double z2 = Z * Z / whole;
        double middle = (p + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(p * (1 - p) / whole + z2 / (4 * whole)) / (1 + z2);
        return new FrictionEstimate(p, Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /** The second share less the first: Newcombe's hybrid score interval (Newcombe 1998, method 10). */
    static @Nullable FrictionEstimate difference(Trial before, Trial after) {
        if (before.views() < LEAST_VIEWS || after.views() < LEAST_VIEWS) return null;
        var first = share(before.submits(), before.views());
        var second = share(after.submits(), after.views());
        if (first == null || second == null) return null;
        double low = Math.hypot(second.value() - second.low(), first.high() - first.value());
        double high = Math.hypot(second.high() - second.value(), first.value() - first.low());
        double value = second.value() - first.value();
        return new FrictionEstimate(value, value - low, value + high);
    }

    /**
     * By how much one more field multiplies the conversion: a Poisson regression of the submissions on the number of
     * fields, with a log link and the views as the offset, fitted by Newton's method (McCullagh and Nelder 1989,
     * chapter 6); the interval is Wald's. For shares it is a little wider than need be. The rule of thumb to hold it
     * against is 0.9.
     */
    static @Nullable FrictionEstimate ratioPerField(List<Trial> trials) {
        var used = trials.stream().filter(one -> one.views() >= LEAST_VIEWS).toList();
        long submits = used.stream().mapToLong(Trial::submits).sum();
        boolean lengths = used.stream().mapToInt(Trial::fields).distinct().count() > 1;
        if (!lengths || submits < LEAST_SUBMITS) return null;
        double views = used.stream().mapToLong(Trial::views).sum();
        double usual = used.stream()
                        .mapToDouble(one -> one.fields() * (double) one.views())
                        .sum()
                / views;
        double level = Math.log(submits / views);
        double slope = 0;
        double spread = 1;
        for (int step = 0; step < MOST_STEPS; step++) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double g0 = 0;
            double g1 = 0;
            for (Trial one : used) {
                double x = one.fields() - usual;
                double expected = one.views() * Math.exp(level + slope * x);
                s0 += expected;
                s1 += expected * x;
                s2 += expected * x * x;
                g0 += one.submits() - expected;
                g1 += (one.submits() - expected) * x;
            }
            double determinant = s0 * s2 - s1 * s1;
            if (!(determinant > 0)) return null;
            double byLevel = (s2 * g0 - s1 * g1) / determinant;
            double bySlope = (s0 * g1 - s1 * g0) / determinant;
            level += byLevel;
            slope += bySlope;
            spread = Math.sqrt(s0 / determinant);
            if (Math.abs(byLevel) + Math.abs(bySlope) < SETTLED) {
                return new FrictionEstimate(
                        Math.exp(slope), Math.exp(slope - Z * spread), Math.exp(slope + Z * spread));
            }
        }
        return null; // nobody at all sent one of the lengths: the slope has no end
    }
}
