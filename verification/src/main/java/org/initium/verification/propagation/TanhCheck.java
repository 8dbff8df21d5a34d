// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.Power;

/**
 * In nets of tanh layers, the mean square of each layer's activations, or of their slopes, is what the length of its own input
 * leads to expect: X. Glorot, Y. Bengio (2010), "Understanding the difficulty of training deep feedforward neural networks",
 * section 4.2, without the assumption that tanh is linear.
 *
 * <p>Given the input a of a layer, its sums have standard deviation {@code s = stddev |a|}. If the weights are normal so are the
 * sums, and the expected value of a {@link UnitStatistic} is a quadrature. For other weights it is off by at most {@code M (k + 3)
 * stddev^4 sum a^4 / 24}, with M the largest fourth derivative and k the weights' kurtosis: the weights are exchanged for normal
 * ones one by one, which changes no moment but the fourth (J. W. Lindeberg 1922, "Eine neue Herleitung des Exponentialgesetzes in
 * der Wahrscheinlichkeitsrechnung", Mathematische Zeitschrift 15). The gate is an {@link ExponentialMartingale} that grants
 * this slack. It is some 10 n-ths of the square of the mean square, and three times that for the slopes, so weights that are not
 * normal need a width of hundreds and of thousands; {@link #detectable} tells.
 */
public final class TanhCheck {
    /** The check's name in reports. */
    public static final String NAME = "propagation_tanh";

    private static final double LARGEST_FACTOR = 8;

    /** Halves the interval of the detectable error to 1e-6 of it. */
    private static final int HALVINGS = 20;

    private final UnitStatistic statistic;
    private final Nets nets;
    /** By net, then by layer: sum of the statistic over the units, less its expected value. */
    private final double[] deviations;
    /** Likewise: the law of the statistic for normal sums, and how far off it may be. */
    private final UnitStatistic.Moments[] moments;

    private final double[] slacks;
    private final double[] secondSlacks;
    /** By depth: averages over the layer. */
    private final PropagationProfile.Averages averages;

    /** Runs the nets, each kernel drawn once. */
    public TanhCheck(UnitStatistic statistic, Nets nets) {
        int layers = nets.count() * nets.depth();
        this.statistic = statistic;
        this.nets = nets;
        this.deviations = new double[layers];
        this.moments = new UnitStatistic.Moments[layers];
        this.slacks = new double[layers];
        this.secondSlacks = new double[layers];
        this.averages = new PropagationProfile.Averages(nets.depth());
        for (int net = 0; net < nets.count(); net++) {
            double[] a = ForwardPass.widen(nets.input());
            for (int layer = 0; layer < nets.depth(); layer++) {
                a = pass(net, layer, a);
            }
        }
    }

    private double[] pass(int net, int layer, double[] a) {
        int at = net * nets.depth() + layer;
        int out = nets.out(layer);
        ExpectedLaw.Random law = nets.law(layer);
        double slack = slack(law, ForwardPass.fourth(a));
        moments[at] = statistic.at(law.stddev() * Math.sqrt(ForwardPass.square(a)));
        slacks[at] = slack * statistic.fourth();
        secondSlacks[at] = slack * statistic.fourthOfSquare();
        double[] z = ForwardPass.product(a, nets.kernel(net, layer), out);
        double sum = 0;
        for (int j = 0; j < out; j++) {
            sum += statistic.of(z[j]);
            z[j] = StrictMath.tanh(z[j]);
        }
        averages.add(layer, sum / out);
        deviations[at] = sum - out * moments[at].mean();
        return z;
    }

    /**
     * The verdict on the layers of all nets.
     *
     * @param alpha how often the check may fail right weights
     * @throws IllegalArgumentException if {@code alpha} is not between 0 and 1, or there are so few units that weights of 0
     *     would pass
     */
    public Verdict verdict(double alpha) {
        double detectable = detectable(alpha);
        if (detectable == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(nets.units() + " units are too few for the test of the "
                    + statistic.words() + " at alpha " + alpha + ": a gain of 8 or 1/8 would pass");
        }
        MeanFieldNets typical = new MeanFieldNets(statistic, nets, 1);
        ExponentialMartingale martingale = new ExponentialMartingale(typical::expectedCgf, nets.units(), alpha);
        double sum = 0;
        for (int i = 0; i < deviations.length; i++) {
            UnitStatistic.Moments expected = moments[i];
            double slack = slacks[i];
            double secondSlack = secondSlacks[i];
            martingale.add(deviations[i], nets.out(i % nets.depth()), t -> expected.cgf(t, slack, secondSlack));
            sum += deviations[i];
        }
        String detail = nets.size() + "; the " + statistic.words() + " is off by " + sum / nets.units()
                + " on average; chi_1 is " + susceptibility();
        return Verdict.atMost(
                        martingale.statistic(),
                        martingale.critical(),
                        "nats against the " + statistic.words(),
                        detail,
                        alpha)
                .detecting(detectable, "relative error of the weights' standard deviation");
    }

    /** Mean field's chi_1 of more layers like the last. */
    private double susceptibility() {
        int last = nets.depth() - 1;
        double stddev = nets.law(last).stddev();
        TanhMeanField field = new TanhMeanField(nets.in(last) * stddev * stddev, 0);
        return field.susceptibility(field.fixedPoint());
    }

    /** The average by depth beside that of nets of infinite width, from the first layer on. */
    public PropagationProfile profile() {
        double[] predicted = new double[nets.depth()];
        MeanFieldNets theory = new MeanFieldNets(statistic, nets, 1);
        for (int layer = 0; layer < predicted.length; layer++) {
            predicted[layer] = theory.expected(layer);
        }
        return averages.profile(statistic.words(), 1, predicted);
    }

    /**
     * The relative error of the weights' standard deviation, the larger of those above and below 0, that the check finds with
     * probability 99.9 %; infinite if a factor of 8 is not. The nets with the fault are taken to have the lengths that mean-field
     * theory says, which those of width n have but for {@code 1 / n}.
     *
     * @throws IllegalArgumentException if {@code alpha} is not between 0 and 1
     */
    public double detectable(double alpha) {
        if (!isFound(LARGEST_FACTOR, alpha) || !isFound(1 / LARGEST_FACTOR, alpha)) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(nearestFound(LARGEST_FACTOR, alpha) - 1, 1 - nearestFound(1 / LARGEST_FACTOR, alpha));
    }

    private double nearestFound(double far, double alpha) {
        double found = far;
        double missed = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (found + missed) / 2;
            if (isFound(middle, alpha)) {
                found = middle;
            } else {
                missed = middle;
            }
        }
        return found;
    }

    private boolean isFound(double factor, double alpha) {
        MeanFieldNets wrong = new MeanFieldNets(statistic, nets, factor);
        double shift = wrong.shift();
        int side = shift > 0 ? 1 : -1;
        double units = nets.units();
        double gate =
                ExponentialMartingale.distance(wrong::expectedCgf, side, units, ExponentialMartingale.exponent(alpha));
        double margin = ExponentialMartingale.distance(wrong::actualCgf, -side, units, Power.EXPONENT);
        return Math.abs(shift) >= gate + margin;
    }

    /**
     * How far the expected value of a function with a fourth derivative of at most 1 may be from that at normal sums: 0 for normal
     * weights, {@code (k + 3) stddev^4 sum a^4 / 24} for others.
     *
     * @param fourth sum of a^4
     */
    static double slack(ExpectedLaw.Random law, double fourth) {
        double variance = law.stddev() * law.stddev();
        return law instanceof ExpectedLaw.Normal ? 0 : (law.kurtosis() + 3) / 24 * variance * variance * fourth;
    }
}
