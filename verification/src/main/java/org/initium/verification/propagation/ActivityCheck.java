// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.initium.verification.checks.Verdict;
import org.initium.verification.stats.KolmogorovSmirnov;
import org.initium.verification.stats.Power;

/**
 * Half of the units of a layer have a positive sum, each for itself: their number follows the binomial law exactly, of whatever
 * symmetric law the weights are, and whatever the input. It sees weights that lean to one side, and units that share weights
 * even where the lengths of signals are right.
 *
 * <p>The layers of each width make one sample. Its distribution function is held against the binomial law's by the
 * Dvoretzky-Kiefer-Wolfowitz inequality with Massart's constant, which is a true bound for discrete laws too; {@code alpha} is
 * shared out to the widths.
 */
public final class ActivityCheck {
    /** The check's name in reports. */
    public static final String NAME = "propagation_activity";

    private ActivityCheck() {}

    /**
     * The verdict on the layers of all nets; a sum that is 0 or NaN fails.
     *
     * @param alpha how often the check may fail right weights
     * @throws IllegalArgumentException if {@code alpha} is not between 0 and 1, or there are so few layers of one width that any
     *     number of active units would pass
     */
    public static Verdict check(LayerRatios ratios, double alpha) {
        Nets nets = ratios.nets();
        int[] widths = Arrays.stream(nets.widths()).skip(1).sorted().distinct().toArray();
        double critical = critical(widths.length, alpha);
        double statistic = 0;
        int fewest = Integer.MAX_VALUE;
        for (int width : widths) {
            int[] counts = new int[width + 1];
            int layers = 0;
            for (int net = 0; net < nets.count(); net++) {
                for (int layer = 0; layer < nets.depth(); layer++) {
                    if (nets.out(layer) == width) {
                        int positive = ratios.positive(net, layer);
                        if (positive < 0) {
                            return Verdict.impossible(
                                    nets.size() + "; in layer " + layer + " of net " + net
                                            + " a unit's sum is 0 or not a number",
                                    alpha);
                        }
                        counts[positive]++;
                        layers++;
                    }
                }
            }
            if (critical / Math.sqrt(layers) >= 1) {
                throw new IllegalArgumentException(layers + " layers of " + width
                        + " units are too few for the test of activity at alpha " + alpha + ": any would pass");
            }
            statistic = Math.max(statistic, Math.sqrt(layers) * distance(counts, layers, width));
            fewest = Math.min(fewest, layers);
        }
        return Verdict.atMost(statistic, critical, "sqrt(N) D", nets.size(), alpha)
                .detecting(
                        detectable(fewest, widths.length, alpha),
                        "distance of the distribution functions of the number of active units");
    }

    /**
     * The distance between the distribution function of the number of active units and the right one that the check finds with
     * probability 99.9 %, see {@link KolmogorovSmirnov#detectable}; infinite if it is more than 1.
     *
     * @param layers layers of one width in all nets
     * @param widths number of different widths
     * @throws IllegalArgumentException if {@code alpha} is not between 0 and 1
     */
    public static double detectable(int layers, int widths, double alpha) {
        return Power.possible((critical(widths, alpha) + Math.sqrt(Power.EXPONENT / 2)) / Math.sqrt(layers), 1);
    }

    /** What {@code sqrt(N) D} exceeds with probability at most {@code alpha / widths}: {@code sqrt(ln(2 widths / alpha) / 2)}. */
    private static double critical(int widths, double alpha) {
        return Math.sqrt((ExponentialMartingale.exponent(alpha) + StrictMath.log(widths)) / 2);
    }

    /** The largest distance of the counts' distribution function from the binomial law's; both are steps at the same places. */
    private static double distance(int[] counts, int layers, int width) {
        BinomialDistribution law = new BinomialDistribution(null, width, 0.5);
        double expected = 0;
        long below = 0;
        double largest = 0;
        for (int k = 0; k < width; k++) {
            expected += law.probability(k);
            below += counts[k];
            largest = Math.max(largest, Math.abs((double) below / layers - expected));
        }
        return largest;
    }
}
