// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import org.initium.verification.checks.Verdict;
import org.initium.verification.stats.Power;

/**
 * A layer keeps the mean square of its input, or changes it by the factor that its weights' variance says: the ratios of all
 * layers are 1 on average. It is what He's and Glorot's initializers are for, and a wrong fan, a forgotten {@code sqrt(2)} or
 * scale of a truncated normal breaks it.
 *
 * <p>The gate is an {@link ExponentialMartingale} with {@link Transfer#cgf}: a true bound for normal, uniform and truncated
 * normal weights, at every width and depth. There is one for all layers together, which sees the smallest fault, and one for each,
 * which sees what cancels out where layers widen and narrow: swapped fans. They share {@code alpha}.
 */
public final class GainCheck {
    /** The check's name in reports. */
    public static final String NAME = "propagation_gain";

    private GainCheck() {}

    /**
     * The verdict on the layers of all nets.
     *
     * @param alpha how often the check may fail right weights
     * @throws IllegalArgumentException if {@code alpha} is not between 0 and 1, or there are so few units that weights of 0
     *     would pass
     */
    public static Verdict check(LayerRatios ratios, double alpha) {
        Transfer transfer = ratios.transfer();
        Nets nets = ratios.nets();
        double detectable = detectable(transfer, nets.units(), nets.depth(), alpha);
        double share = alpha / (nets.depth() + 1);
        ExponentialMartingale all = new ExponentialMartingale(transfer::cgf, nets.units(), share);
        double statistic = 0;
        double sum = 0;
        for (int layer = 0; layer < nets.depth(); layer++) {
            int out = nets.out(layer);
            ExponentialMartingale one = new ExponentialMartingale(transfer::cgf, (double) nets.count() * out, share);
            for (int net = 0; net < nets.count(); net++) {
                double deviation = out * (ratios.ratio(net, layer) - 1);
                sum += deviation;
                one.add(deviation, out, transfer::cgf);
                all.add(deviation, out, transfer::cgf);
            }
            statistic = Math.max(statistic, one.statistic());
        }
        statistic = Math.max(statistic, all.statistic());
        String detail = nets.size() + "; a layer multiplies the mean square by " + (1 + sum / nets.units())
                + " of what it should";
        return Verdict.atMost(statistic, all.critical(), "nats against the mean ratio", detail, alpha)
                .detecting(detectable, "relative error of the weights' standard deviation");
    }

    /**
     * The relative error of the weights' standard deviation, above or below 0, that the check finds with probability 99.9 %.
     *
     * <p>Weights that are f times too large make every ratio {@code f^2} times as large, whatever the layers before did, so the
     * check fails them if {@code f^2 (1 - d) >= 1 + u}, with the distance u above the mean that a tail of {@code alpha / 2}
     * leaves, shared out to the layers and all of them, and the distance d below it that 0.1 % leaves; and likewise on the other
     * side.
     *
     * @param units units of all layers of all nets
     * @param depth layers of a net
     * @throws IllegalArgumentException as {@link #check}
     */
    public static double detectable(Transfer transfer, long units, int depth, double alpha) {
        double exponent = ExponentialMartingale.exponent(alpha) + StrictMath.log(depth + 1);
        double miss = Power.EXPONENT;
        double above = distance(transfer, 1, units, exponent);
        double below = distance(transfer, -1, units, exponent);
        double missBelow = distance(transfer, -1, units, miss);
        if (!(below < 1 && missBelow < 1)) {
            throw new IllegalArgumentException(units + " units are too few for the test of the gain at alpha " + alpha
                    + ": weights of 0 would pass");
        }
        double larger = Math.sqrt((1 + above) / (1 - missBelow)) - 1;
        double smaller = 1 - Math.sqrt((1 - below) / (1 + distance(transfer, 1, units, miss)));
        return Math.max(larger, smaller);
    }

    private static double distance(Transfer transfer, int side, long units, double exponent) {
        return ExponentialMartingale.distance(transfer::cgf, side, units, exponent);
    }
}
