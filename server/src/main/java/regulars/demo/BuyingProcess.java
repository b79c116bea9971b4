package regulars.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How one buyer comes back and what they spend: BG/NBD for the times (Fader, Hardie, Lee 2005, Marketing Science
 * 24(2):275-284) and gamma-gamma for the sums (Fader and Hardie, note 025), with the parameters published for CDNOW.
 *
 * @param shape r of BG/NBD: buying rates are Gamma(r, alpha) a week
 * @param scale alpha of BG/NBD, in weeks
 * @param leaving a of BG/NBD: the chance to leave after a repeat purchase is Beta(a, b)
 * @param staying b of BG/NBD
 * @param spendShape p of gamma-gamma
 * @param spendSpread q of gamma-gamma
 * @param spendScale gamma of gamma-gamma, in units of the currency
 */
record BuyingProcess(
        double shape,
        double scale,
        double leaving,
        double staying,
        double spendShape,
        double spendSpread,
        double spendScale) {
    static final BuyingProcess CDNOW = new BuyingProcess(0.243, 4.414, 0.793, 2.426, 6.25, 3.74, 15.44);

    /** Weeks after the first purchase at which one buyer buys again, up to {@code horizon} weeks. */
    List<Double> repeats(RandomGenerator random, double horizon) {
        double rate = gamma(random, shape) / scale;
        double leave = beta(random, leaving, staying);
        var times = new ArrayList<Double>();
        double at = exponential(random, rate);
        while (at < horizon) {
            times.add(at);
            if (random.nextDouble() < leave) break;
            at += exponential(random, rate);
        }
        return times;
    }

    /** The mean purchase of one buyer's own gamma distribution of sums. */
    double spendRate(RandomGenerator random) {
        return gamma(random, spendSpread) / spendScale;
    }

    /** One purchase of a buyer with the given {@link #spendRate}, in units of the currency. */
    double spend(RandomGenerator random, double spendRate) {
        return gamma(random, spendShape) / spendRate;
    }

    /** What a purchase brings on average over all buyers: p * gamma / (q - 1). */
    double meanSpend() {
        return spendShape * spendScale / (spendSpread - 1);
    }

    private static double exponential(RandomGenerator random, double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }

    private static double beta(RandomGenerator random, double a, double b) {
        double x = gamma(random, a);
        return x / (x + gamma(random, b));
    }

    /** A Gamma(shape, 1) draw; Marsaglia and Tsang 2000, ACM TOMS 26(3):363-372. */
    static double gamma(RandomGenerator random, double shape) {
        if (shape < 1) return gamma(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
        }
    }
}
