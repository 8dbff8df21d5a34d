// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import org.initium.verification.checks.Verdict;
import org.initium.verification.stats.Power;

/**
 * The ratios of layers vary as much as those of independent units do: by {@code 5 / n} after a rectifier, {@code 2 / n} without
 * one, and a little less for weights whose tails are lighter than the normal's, {@link Transfer#variance}. Units that share
 * weights vary more; the rows of an orthogonal matrix, with the right gain, hardly at all.
 *
 * <p>Of {@code Q = n (R - 1)^2} the expected value v is known, and {@code E Q^2} is at most {@code w = 3 v^2 + m / n}, where m
 * bounds {@code E (Y - 1)^4} by {@code E Y^4 + 1}, and v is taken for normal weights. Q has no moment generating function above 0,
 * so the upper side is judged on {@code X = min(Q, B)} with {@code B = 10 v}, which only a Q beyond 3 standard deviations
 * reaches: its expected value is at most v, and because {@code (e^u - 1 - u) / u^2} grows with u,
 *
 * <pre>{@code E exp(t X) <= 1 + t v + (exp(t B) - 1 - t B) w / B^2}</pre>
 *
 * <p>S. Boucheron, G. Lugosi, P. Massart (2013), "Concentration Inequalities", section 2.7. On the lower side {@code exp(-s Q) <=
 * 1 - s Q + s^2 Q^2 / 2} will do.
 */
public final class SpreadCheck {
    /** The check's name in reports. */
    public static final String NAME = "propagation_spread";

    /** B in units of v. */
    private static final double CAP = 10;

    /** Eighth moment of the standard normal: 7 * 5 * 3. */
    private static final double EIGHTH = 105;

    private static final double LARGEST_FACTOR = 10;

    private SpreadCheck() {}

    /**
     * The verdict on the layers of all nets.
     *
     * @param alpha how often the check may fail right weights
     * @throws IllegalArgumentException if {@code alpha} is not between 0 and 1, or there are so few layers that ratios without
     *     any spread would pass
     */
    public static Verdict check(LayerRatios ratios, double alpha) {
        Nets nets = ratios.nets();
        Transfer transfer = ratios.transfer();
        int narrowest = narrowest(nets);
        long layers = (long) nets.count() * nets.depth();
        double w = second(transfer, narrowest);
        requireLayers(layers, w, alpha);
        // In units of v: each Q over its own, so that layers of all widths and kurtoses add up.
        ExponentialMartingale upper = new ExponentialMartingale(t -> cgf(t, w), layers, alpha);
        ExponentialMartingale lower = new ExponentialMartingale(t -> cgf(t, w), layers, alpha);
        double sum = 0;
        for (int net = 0; net < nets.count(); net++) {
            for (int layer = 0; layer < nets.depth(); layer++) {
                double deviation = ratios.ratio(net, layer) - 1;
                double q = deviation * deviation / transfer.variance(nets.out(layer), ratios.kurtosis(net, layer));
                // E Q^2 is bounded in units of the normal's v, which is larger than this one by this factor.
                double unit = transfer.variance(1, 3) / transfer.variance(1, ratios.kurtosis(net, layer));
                double own = w * unit * unit;
                upper.add(Math.min(q, CAP) - 1, 1, t -> cgf(t, own));
                lower.add(q - 1, 1, t -> cgf(t, own));
                sum += q;
            }
        }
        double statistic = Math.max(upper.upward(), lower.downward());
        String detail = nets.size() + "; the variance of a layer's ratio is " + sum / layers + " of what it should be";
        return Verdict.atMost(statistic, upper.critical(), "nats against the variance of ratios", detail, alpha)
                .detecting(
                        detectable(transfer, narrowest, layers, alpha),
                        "times the variance of a layer's ratio that should be");
    }

    /**
     * The factor above 1 by which the variance of ratios must be wrong for the check to find it with probability 99.9 %; infinite
     * if none below 10 is sure to be.
     *
     * <p>If {@code R - 1} becomes {@code sqrt(f)} times as large, {@code min(f Q, B)} has an expected value of at least {@code
     * f v - f^2 w / 4 B}, for {@code max(q - c, 0) <= q^2 / 4 c}; and a second moment of at most {@code f^2 w}.
     *
     * @param width least number of units in a layer
     * @param layers layers of all nets
     * @throws IllegalArgumentException as {@link #check}
     */
    public static double detectable(Transfer transfer, int width, long layers, double alpha) {
        double w = second(transfer, width);
        requireLayers(layers, w, alpha);
        double above = ExponentialMartingale.distance(t -> cgf(t, w), 1, layers, ExponentialMartingale.exponent(alpha));
        // The margin grows with f, to where the cap eats it up again at f = 2 B / w.
        for (double f = 1; f < LARGEST_FACTOR; f += 0.01) {
            double factor = f;
            double mean = f - f * f * w / (4 * CAP);
            double below = ExponentialMartingale.distance(
                    t -> lowerCgf(t, mean, factor * factor * w), -1, layers, Power.EXPONENT);
            if (mean - below >= 1 + above) {
                return f;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** The bound of {@code E Q^2} for normal weights in units of v^2. */
    private static double second(Transfer transfer, int n) {
        double v = transfer.variance(1, 3);
        double fourth = EIGHTH / (transfer.share() * transfer.share() * transfer.share()) + 1;
        return 3 + fourth / n / (v * v);
    }

    /** Both bounds, with 1 for v: of {@code min(Q, B) - 1} for t above 0, of {@code Q - 1} below. */
    private static double cgf(double t, double w) {
        if (t < 0) {
            return lowerCgf(t, 1, w);
        }
        double u = t * CAP;
        return StrictMath.log1p(t + (StrictMath.expm1(u) - u) * w / (CAP * CAP)) - t;
    }

    /** A bound of log E exp(t (Q - mean)) for t below 0 and Q above 0 with this mean and second moment. */
    private static double lowerCgf(double t, double mean, double second) {
        return StrictMath.log1p(t * mean + t * t * second / 2) - t * mean;
    }

    private static void requireLayers(long layers, double w, double alpha) {
        double below =
                ExponentialMartingale.distance(t -> cgf(t, w), -1, layers, ExponentialMartingale.exponent(alpha));
        if (!(below < 1)) {
            throw new IllegalArgumentException(
                    layers + " layers are too few for the test of the variance of ratios at alpha " + alpha
                            + ": ratios that are all 1 would pass");
        }
    }

    private static int narrowest(Nets nets) {
        int narrowest = nets.out(0);
        for (int layer = 1; layer < nets.depth(); layer++) {
            narrowest = Math.min(narrowest, nets.out(layer));
        }
        return narrowest;
    }
}
