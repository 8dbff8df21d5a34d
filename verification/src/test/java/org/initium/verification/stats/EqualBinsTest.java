// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EqualBinsTest {
    private static final DoubleUnaryOperator UNIFORM = x -> Math.max(0, Math.min(1, x));
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    @Test
    void statisticIsPearsons() {
        // 1, 3, 0 and 4 of 8 values in four bins, 2 expected of each: (1 + 1 + 4 + 4) / 2. Edges count to the right.
        float[] sample = {0, 0.25f, 0.3f, 0.49f, 0.75f, 0.8f, 0.9f, 1};
        assertThat(EqualBins.of(UNIFORM, 0, 1, 4).statistic(sample)).isEqualTo(5);
    }

    @Test
    void agreesWithCommonsMath() {
        EqualBins bins = EqualBins.of(NORMAL::cumulativeProbability, -2, 2, 16);
        float[] sample = Samples.normal(4, 1, 20_000);
        long[] counts = new long[18];
        double[] expected = new double[18];
        double tail = NORMAL.cumulativeProbability(-2);
        Arrays.fill(expected, (1 - 2 * tail) / 16 * sample.length);
        expected[0] = tail * sample.length;
        expected[17] = expected[0];
        for (float x : sample) {
            double place = (NORMAL.cumulativeProbability(x) - tail) / (1 - 2 * tail) * 16;
            counts[Math.max(0, Math.min(17, (int) Math.floor(place) + 1))]++;
        }
        // Their bins are equal, these end at floats: 1e-7 of a count of 1,200, in a sum of some 18.
        assertThat(bins.statistic(sample)).isCloseTo(new ChiSquareTest().chiSquare(expected, counts), within(1e-3));
    }

    /** With many values to a bin the threshold is that of chi-squared: 17 bins of probability above 0 more than one. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 1e-3, 1e-6})
    void criticalValueIsChiSquareds(double alpha) {
        EqualBins bins = EqualBins.of(NORMAL::cumulativeProbability, -2, 2, 16);
        // Their inverse has an accuracy of 1e-9, the correction at n = 10^11 is below 1e-7.
        double theirs = new ChiSquaredDistribution(null, 17).inverseCumulativeProbability(1 - alpha);
        assertThat(bins.critical(100_000_000_000L, alpha)).isCloseTo(theirs, within(1e-6));
        EqualBins bounded = EqualBins.of(UNIFORM, 0, 1, 16);
        theirs = new ChiSquaredDistribution(null, 15).inverseCumulativeProbability(1 - alpha);
        assertThat(bounded.critical(100_000_000_000L, alpha)).isCloseTo(theirs, within(1e-6));
    }

    /**
     * The exact law of the statistic, from the smallest n that is not refused on: counts are independent Poisson ones given their
     * sum, so half of the bins meets the other half. What the correction depends on, w of the Javadoc, is 4.4 for 4 bins at 1e-3
     * and 1.1 for 100 bins at 1e-9.
     */
    @ParameterizedTest
    @CsvSource({"4, 0.05", "4, 1e-3", "6, 1e-3", "8, 0.05", "8, 1e-3"})
    void alphaIsRightAtFiniteSizes(int bins, double alpha) {
        EqualBins equal = EqualBins.of(UNIFORM, 0, 1, bins);
        int expected = (int) Bisection.firstCount(e -> accepts(equal, e * bins, alpha), 1, 100_000);
        int n = expected * bins;
        double alarm = 1 - passes(bins, expected, 0, equal.critical(n, alpha));
        // At the edge of what is accepted, where it is worst and n a few hundred, the correction is 0.1, and for so few
        // bins too much.
        assertThat(alarm / alpha).isBetween(0.86, 1.0);
    }

    /**
     * The exact power against the fault that is called detectable: what is not exact in it, the law of the other bins, errs by less than
     * a hundredth of the misses even where bins and values are few.
     */
    @ParameterizedTest
    @CsvSource({"4, 0.05, 1", "6, 1e-3, 1", "8, 1e-3, 1", "8, 1e-3, 4", "8, 0.05, 8"})
    void theDetectableFaultIsMissedOnceInAThousand(int bins, double alpha, int times) {
        EqualBins equal = EqualBins.of(UNIFORM, 0, 1, bins);
        int expected = times * (int) Bisection.firstCount(e -> accepts(equal, e * bins, alpha), 1, 100_000);
        int n = expected * bins;
        double miss = passes(bins, expected, equal.detectable(n, alpha), equal.critical(n, alpha));
        assertThat(miss).isBetween(0.9 * Power.MISS, 1.01 * Power.MISS);
    }

    /** Probability of a statistic of at most {@code critical} if the first of the bins has an excess. */
    private static double passes(int bins, int expected, double excess, double critical) {
        int n = expected * bins;
        int most = (int) Math.floor(critical * expected);
        int reach = (int) Math.sqrt(most) + 1;
        double first = expected * (1 + excess);
        double other = (n - first) / (bins - 1);
        double[][] one = half(bins / 2, expected, first, other, most, reach);
        double[][] two = half(bins / 2, expected, other, other, most, reach);
        double passes = 0;
        for (int i = 0; i < one.length; i++) {
            double[] rest = two[two.length - 1 - i];
            double sum = 0;
            int next = 0;
            for (int q = most; q >= 0; q--) {
                for (; next <= most - q; next++) {
                    sum += rest[next];
                }
                passes += one[i][q] * sum;
            }
        }
        return passes / SaddlePoint.poisson(n, n);
    }

    /**
     * Probability that deviations of so many Poisson counts from {@code expected} have sum i - offset (first index) and sum of squares q
     * (second); the first has a mean of its own.
     */
    private static double[][] half(int bins, int expected, double first, double mean, int most, int reach) {
        int offset = bins * reach;
        double[][] law = new double[2 * offset + 1][most + 1];
        law[offset][0] = 1;
        for (int bin = 0; bin < bins; bin++) {
            double[][] more = new double[2 * offset + 1][most + 1];
            for (int d = -Math.min(reach, expected); d <= reach; d++) {
                double p = SaddlePoint.poisson(expected + d, bin == 0 ? first : mean);
                int square = d * d;
                for (int i = Math.max(0, -d); i < law.length - Math.max(0, d); i++) {
                    double[] from = law[i];
                    double[] to = more[i + d];
                    for (int q = 0; q + square <= most; q++) {
                        to[q + square] += p * from[q];
                    }
                }
            }
            law = more;
        }
        return law;
    }

    private static boolean accepts(EqualBins bins, long n, double alpha) {
        try {
            return bins.critical(n, alpha) > 0;
        } catch (IllegalArgumentException tooFew) {
            return false;
        }
    }

    @Test
    void rightSamplesFailAsOftenAsStated() {
        EqualBins bins = EqualBins.of(NORMAL::cumulativeProbability, -2, 2, 30);
        double critical = bins.critical(3000, 0.01);
        Trials.assertExactSize(0.01, 2000, seed -> bins.statistic(Samples.normal(seed, 1, 3000)) > critical);
    }

    /** A density that is too high in one bin of 40 by the detectable share. */
    @Test
    void theDetectableFaultIsFound() {
        int n = 40_000;
        EqualBins bins = EqualBins.of(UNIFORM, 0, 1, 40);
        double critical = bins.critical(n, 1e-6);
        double excess = bins.detectable(n, 1e-6);
        Trials.assertFound(300, seed -> bins.statistic(dense(seed, n, excess)) > critical);
        Trials.assertMissed(60, seed -> bins.statistic(dense(seed, n, 0.6 * excess)) > critical);
    }

    /** Uniform but for 1/40 .. 2/40, where the density is 1 + excess. */
    private static float[] dense(int seed, int n, double excess) {
        float[] x = Samples.uniform(seed, n);
        double inside = (1 + excess) / 40;
        double outside = 1 - inside;
        for (int i = 0; i < n; i++) {
            double u = x[i];
            if (u < inside) {
                x[i] = (float) (1 / 40.0 + u / inside / 40);
            } else {
                double rest = (u - inside) / outside * 39 / 40;
                x[i] = (float) (rest < 1 / 40.0 ? rest : rest + 1 / 40.0);
            }
        }
        return x;
    }

    @Test
    void noValueIsLost() {
        EqualBins bins = EqualBins.of(UNIFORM, 0, 1, 10);
        float[] sample = Samples.uniform(2, 1000);
        assertThat(bins.statistic(sample)).isLessThan(bins.critical(100_000, 1e-6));
        sample[0] = -0f;
        sample[1] = 1;
        assertThat(bins.statistic(sample)).isFinite();
        sample[2] = Math.nextUp(1f);
        assertThat(bins.statistic(sample)).isInfinite();
        sample[2] = -Float.MIN_VALUE;
        assertThat(bins.statistic(sample)).isInfinite();
        sample[2] = Float.POSITIVE_INFINITY;
        assertThat(bins.statistic(sample)).isInfinite();
        sample[3] = Float.NaN;
        assertThat(bins.statistic(sample)).isNaN();
    }

    @Test
    void badArgumentsAreRefused() {
        EqualBins bins = EqualBins.of(UNIFORM, 0, 1, 100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bins.critical(5000, 1e-9))
                .withMessageContaining("5000 values are too few for the test of 100 bins");
        assertThat(bins.critical(12_000, 1e-9)).isPositive();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bins.critical(5000, Double.NaN))
                .withMessageContaining("alpha is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EqualBins.of(UNIFORM, 0, 1, 1))
                .withMessageContaining("1 bins over 0.0 .. 1.0, expected two or more");
        assertThatIllegalArgumentException().isThrownBy(() -> EqualBins.of(UNIFORM, 1, 0, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> EqualBins.of(UNIFORM, 0, Double.POSITIVE_INFINITY, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EqualBins.of(x -> x - 1, 1, Math.nextUp(1f), 4))
                .withMessageContaining("too narrow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bins.statistic(new float[0]))
                .withMessageContaining("empty");
    }
}
