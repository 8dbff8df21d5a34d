// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import org.initium.verification.checks.Verdict;

/**
 * A layer keeps the mean square of its input, or changes it by the factor that its weights' variance says: the ratios of all
 * layers are 1 on average. It is what He's and Glorot's initializers are for, and a wrong fan, a forgotten {@code sqrt(2)} or
 * scale of a truncated normal breaks it.
 *
 * <p>The gate is an {@link ExponentialMartingale} with {@link Transfer#cgf}: a true bound for normal, uniform and truncated
 * normal weights, at every width and depth.
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
        requireUnits(transfer, nets.units(), alpha);
        ExponentialMartingale martingale = new ExponentialMartingale(transfer::cgf, nets.units(), alpha);
        double sum = 0;
        for (int net = 0; net < nets.count(); net++) {
            for (int layer = 0; layer < nets.depth(); layer++) {
                int out = nets.out(layer);
                double deviation = out * (ratios.ratio(net, layer) - 1);
                sum += deviation;
                martingale.add(deviation, out, transfer::cgf);
            }
        }
        String detail = nets.size() + "; a layer multiplies the mean square by " + (1 + sum / nets.units())
                + " of what it should; a gain wrong by " + 100 * detectable(transfer, nets.units(), alpha) + " % is found";
        return Verdict.atMost(
                martingale.statistic(), martingale.critical(), "nats against the mean ratio", detail, alpha);
    }

    /**
     * The relative error of the weights' standard deviation, above or below 0, that the check finds with probability 99.9 %.
     *
     * <p>Weights that are f times too large make every ratio {@code f^2} times as large, whatever the layers before did, so the
     * check fails them if {@code f^2 (1 - d) >= 1 + u}, with the distance u above the mean that {@code alpha / 2} leaves and
     * the distance d below it that 0.1 % leaves; and likewise on the other side.
     *
     * @param units units of all layers of all nets
     * @throws IllegalArgumentException as {@link #check}
     */
    public static double detectable(Transfer transfer, long units, double alpha) {
        requireUnits(transfer, units, alpha);
        double exponent = ExponentialMartingale.exponent(alpha);
        double above = distance(transfer, 1, units, exponent);
        double below = distance(transfer, -1, units, exponent);
        double larger = Math.sqrt((1 + above) / (1 - distance(transfer, -1, units, ExponentialMartingale.MISS))) - 1;
        double smaller = 1 - Math.sqrt((1 - below) / (1 + distance(transfer, 1, units, ExponentialMartingale.MISS)));
        return Math.max(larger, smaller);
    }

    private static void requireUnits(Transfer transfer, long units, double alpha) {
        double exponent = Math.max(ExponentialMartingale.exponent(alpha), ExponentialMartingale.MISS);
        if (!(distance(transfer, -1, units, exponent) < 1)) {
            throw new IllegalArgumentException(units + " units are too few for the test of the gain at alpha " + alpha
                    + ": weights of 0 would pass");
        }
    }

    private static double distance(Transfer transfer, int side, long units, double exponent) {
        return ExponentialMartingale.distance(transfer::cgf, side, units, exponent);
    }
}
