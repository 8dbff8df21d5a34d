// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import org.initium.verification.checks.Verdict;
import org.initium.verification.stats.Power;

/**
 * Two inputs of one rectifier net grow alike layer by layer as they should: the inner product of what comes out of a layer is what
 * the angle between what went in leads to expect, {@link ReluCorrelation#next}. With it the whole Gram matrix of a layer is
 * right, not its diagonal alone.
 *
 * <p>The gate is an {@link ExponentialMartingale} with the exact cumulants of a unit, for normal weights only.
 */
public final class CorrelationMapCheck {
    /** The check's name in reports. */
    public static final String NAME = "propagation_correlation";

    private static final double LARGEST_FACTOR = 8;

    private final Nets nets;
    /** By net, then by layer: correlation of what goes in, and the sum of X over the units. */
    private final double[] correlations;

    private final double[] sums;
    /** By depth: correlations. */
    private final PropagationProfile.Averages averages;

    private final double inputCorrelation;

    /**
     * Runs the nets on both inputs, each kernel drawn once.
     *
     * @param other the other input, of the length of the nets' own and neither parallel nor opposite to it
     * @throws IllegalArgumentException if it is, or does not fit, or the weights' law is not normal
     */
    public CorrelationMapCheck(Nets nets, float[] other) {
        if (!nets.isNormal()) {
            throw new IllegalArgumentException(
                    "the law of correlations is known for normal weights, got " + nets.law(0));
        }
        double[] one = ForwardPass.widen(nets.input());
        double[] two = ForwardPass.widen(Nets.requireInput(other, nets.in(0)));
        this.nets = nets;
        this.inputCorrelation = correlation(one, two);
        if (!(Math.abs(inputCorrelation) < 1)) {
            throw new IllegalArgumentException(
                    "the inputs have correlation " + inputCorrelation + ", expected one between -1 and 1");
        }
        this.correlations = new double[nets.count() * nets.depth()];
        this.sums = new double[correlations.length];
        this.averages = new PropagationProfile.Averages(nets.depth() + 1);
        for (int net = 0; net < nets.count(); net++) {
            double[] a = one;
            double[] b = two;
            averages.add(0, inputCorrelation);
            for (int layer = 0; layer < nets.depth(); layer++) {
                int at = net * nets.depth() + layer;
                float[] kernel = nets.kernel(net, layer);
                double stddev = nets.law(layer).stddev();
                double scale = stddev * stddev * Math.sqrt(ForwardPass.square(a) * ForwardPass.square(b));
                correlations[at] = correlation(a, b);
                a = rectified(ForwardPass.product(a, kernel, nets.out(layer)));
                b = rectified(ForwardPass.product(b, kernel, nets.out(layer)));
                sums[at] = 2 * ForwardPass.dot(a, b) / scale;
                averages.add(layer + 1, correlation(a, b));
            }
        }
    }

    private static double[] rectified(double[] z) {
        for (int j = 0; j < z.length; j++) {
            z[j] = Transfer.RELU.of(z[j]);
        }
        return z;
    }

    /** Cosine of the angle, which rounding may put an ulp or two beyond 1. */
    private static double correlation(double[] a, double[] b) {
        double cosine = ForwardPass.dot(a, b) / Math.sqrt(ForwardPass.square(a) * ForwardPass.square(b));
        return Math.max(-1, Math.min(1, cosine));
    }

    /**
     * The verdict on the layers of all nets.
     *
     * @param alpha how often the check may fail right weights
     * @throws IllegalArgumentException if {@code alpha} is not between 0 and 1, or there are so few units that a gain of 8 would
     *     pass
     */
    public Verdict verdict(double alpha) {
        double detectable = detectable(alpha);
        if (detectable == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(nets.units()
                    + " units are too few for the test of correlations at alpha " + alpha + ": a gain of 8 would pass");
        }
        ExponentialMartingale martingale = new ExponentialMartingale(this::typical, nets.units(), alpha);
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            int out = nets.out(i % nets.depth());
            double c = correlations[i];
            double deviation = sums[i] - out * ReluCorrelation.next(c);
            martingale.add(deviation, out, t -> ReluCorrelation.cgf(c, t));
            sum += deviation;
        }
        String detail = nets.size() + "; the inner product of a layer's outputs is off by " + sum / nets.units()
                + " of their mean square";
        return Verdict.atMost(
                        martingale.statistic(), martingale.critical(), "nats against the mean products", detail, alpha)
                .detecting(detectable, "relative excess of the weights' standard deviation");
    }

    /** The correlation by depth beside that of nets of infinite width. */
    public PropagationProfile profile() {
        double[] predicted = new double[nets.depth() + 1];
        predicted[0] = inputCorrelation;
        for (int layer = 0; layer < nets.depth(); layer++) {
            predicted[layer + 1] = ReluCorrelation.next(predicted[layer]);
        }
        return averages.profile("correlation of two signals", 0, predicted);
    }

    /**
     * The relative error of the weights' standard deviation above 0 that the check finds with probability 99.9 %; infinite if it is
     * more than a factor of 8. Weights f times too large multiply every X by {@code f^2} and leave the correlations; these are
     * taken to be those of infinite width.
     *
     * @throws IllegalArgumentException if {@code alpha} is not between 0 and 1
     */
    public double detectable(double alpha) {
        double units = nets.units();
        double mean = 0;
        double c = inputCorrelation;
        for (int layer = 0; layer < nets.depth(); layer++) {
            c = ReluCorrelation.next(c);
            mean += nets.out(layer) * c * nets.count() / units;
        }
        double above = ExponentialMartingale.distance(this::typical, 1, units, ExponentialMartingale.exponent(alpha));
        double below = ExponentialMartingale.distance(this::typical, -1, units, Power.EXPONENT);
        // f^2 (mean - below) >= mean + above.
        double factor = Math.sqrt((mean + above) / (mean - below));
        return mean > below && factor <= LARGEST_FACTOR ? factor - 1 : Double.POSITIVE_INFINITY;
    }

    /** The cumulants of a unit at the correlations of infinite width, on average. */
    private double typical(double t) {
        double sum = 0;
        double c = inputCorrelation;
        for (int layer = 0; layer < nets.depth(); layer++) {
            sum += nets.out(layer) * ReluCorrelation.cgf(c, t);
            c = ReluCorrelation.next(c);
        }
        return sum * nets.count() / nets.units();
    }
}
