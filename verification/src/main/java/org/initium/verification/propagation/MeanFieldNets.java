// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import org.initium.verification.laws.ExpectedLaw;

/** What mean-field theory says of nets of tanh layers: these at infinite width, with weights that are too large by a factor. */
final class MeanFieldNets {
    private final Nets nets;
    /** By layer: the law of the statistic that the layer's input leads to expect, and the one that it has. */
    private final UnitStatistic.Moments[] expected;

    private final UnitStatistic.Moments[] actual;
    /** By layer: how far off both may be, see {@link TanhCheck#slack}. */
    private final double[] slacks;

    private final double[] secondSlacks;

    MeanFieldNets(UnitStatistic statistic, Nets nets, double factor) {
        int depth = nets.depth();
        this.nets = nets;
        this.expected = new UnitStatistic.Moments[depth];
        this.actual = new UnitStatistic.Moments[depth];
        this.slacks = new double[depth];
        this.secondSlacks = new double[depth];
        double meanSquare = nets.inputMeanSquare();
        for (int layer = 0; layer < depth; layer++) {
            ExpectedLaw.Random law = nets.law(layer);
            int in = nets.in(layer);
            double right = law.stddev() * Math.sqrt(in * meanSquare);
            double wrong = factor * right;
            expected[layer] = statistic.at(right);
            actual[layer] = factor == 1 ? expected[layer] : statistic.at(wrong);
            // The sum of a^4 for normal a; that of tanh is smaller.
            double slack = TanhCheck.slack(law, 3 * meanSquare * meanSquare * in);
            slacks[layer] = slack * statistic.fourth();
            secondSlacks[layer] = slack * statistic.fourthOfSquare();
            meanSquare = GaussianMean.of(z -> UnitStatistic.MEAN_SQUARE.of(wrong * z));
        }
    }

    /** Average of the statistic in a layer without the factor. */
    double expected(int layer) {
        return expected[layer].mean();
    }

    /** How far the average over all units is from what is expected. */
    double shift() {
        double sum = 0;
        for (int layer = 0; layer < expected.length; layer++) {
            sum += nets.out(layer) * (actual[layer].mean() - expected[layer].mean());
        }
        return sum * nets.count() / nets.units();
    }

    /** The bound of log E exp(t (X - mean)) for a unit of the law that is expected, on average over the layers. */
    double expectedCgf(double t) {
        return cgf(expected, t);
    }

    /** Likewise of the law that it has. */
    double actualCgf(double t) {
        return cgf(actual, t);
    }

    private double cgf(UnitStatistic.Moments[] laws, double t) {
        double sum = 0;
        for (int layer = 0; layer < laws.length; layer++) {
            sum += nets.out(layer) * laws[layer].cgf(t, slacks[layer], secondSlacks[layer]);
        }
        return sum * nets.count() / nets.units();
    }
}
