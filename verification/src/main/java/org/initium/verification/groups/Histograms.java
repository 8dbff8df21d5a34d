// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleUnaryOperator;
import org.initium.Shape;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.HistogramData;
import org.initium.verification.stats.Histogram;

/** Pictures of samples beside the laws they should follow. */
final class Histograms {
    /** The shape whose sample is shown: the first layer of the usual network for 28 x 28 images. */
    static final Shape SHAPE = Shape.of(784, 128);

    private static final int BINS = 60;

    /** Half-width in standard deviations where the law has no bounds; 0.7 of 100,352 normal values lie outside. */
    private static final double WIDTH = 4.5;

    private Histograms() {}

    /** Independent draws: over the law's support, or 4.5 standard deviations to either side. */
    static HistogramData of(String initializer, float[] sample, ExpectedLaw.Random law) {
        double half = Double.isInfinite(law.bound()) ? WIDTH * law.stddev() : (law.upper() - law.lower()) / 2;
        return of(initializer, words(law), sample, law.mean() - half, law.mean() + half, law::density);
    }

    /** The entries of one orthogonal matrix. */
    static HistogramData of(String initializer, float[] sample, ExpectedLaw.Haar law) {
        double half = WIDTH * law.entryStddev();
        String words = "entries of a " + law.rows() + " x " + law.columns() + " Haar matrix";
        return of(initializer, words, sample, -half, half, law::entryDensity);
    }

    private static HistogramData of(
            String initializer, String words, float[] sample, double lower, double upper, DoubleUnaryOperator density) {
        Histogram histogram = Histogram.of(sample, lower, upper, BINS);
        double[] expected = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            expected[i] = density.applyAsDouble(lower + (i + 0.5) * (upper - lower) / BINS);
        }
        return new HistogramData(
                initializer, words, lower, upper, histogram.counts(), histogram.below(), histogram.above(), expected);
    }

    /** The law in words. */
    static String words(ExpectedLaw.Random law) {
        if (law instanceof ExpectedLaw.Uniform) {
            return "U[" + figure(law.lower()) + ", " + figure(law.upper()) + ")";
        }
        if (law instanceof ExpectedLaw.TruncatedNormal cut) {
            return "N(" + figure(cut.mean()) + ", " + figure(cut.scale()) + "), cut at 2 sd";
        }
        return "N(" + figure(law.mean()) + ", " + figure(law.stddev()) + ")";
    }

    /** Four digits at most, without zeros at the end: {@code 0.05742}, {@code 0.05}, {@code 0}. */
    private static String figure(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
