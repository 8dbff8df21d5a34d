// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.polynomials.PolynomialsUtils;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegendreMomentsTest {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    @Test
    void averagesAreThoseOfThePolynomials() {
        float[] sample = Samples.uniform(1, 1000);
        double[] averages = LegendreMoments.averages(sample, x -> x);
        for (int order = 1; order <= 4; order++) {
            double sum = 0;
            for (float x : sample) {
                sum += PolynomialsUtils.createLegendrePolynomial(order).value(2.0 * x - 1);
            }
            // A thousand terms of at most 1 with some ulp each.
            assertThat(averages[order - 1]).isCloseTo(sum / 1000, within(1e-14));
        }
    }

    /** {@code E exp(s x) = sinh(s) / s}, so the rate of P_1 at a is {@code s a - ln(sinh(s) / s)} at {@code coth(s) - 1/s = a}. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.03, -0.2, 0.6})
    void rateOfTheFirstIsInClosedForm(double average) {
        double a = Math.abs(average);
        double s = Bisection.first(t -> 1 / Math.tanh(t) - 1 / t >= a, 1e-6, 16);
        double rate = s * a - Math.log(Math.sinh(s) / s);
        // Near 0 it is 1.5 a^2, and the closed form is good to 1e-16 of 1.
        assertThat(LegendreMoments.statistic(new double[] {average, 0, 0, 0}, 1))
                .isCloseTo(rate, within(1e-10 * a));
    }

    /** Small averages have normal rates: variance {@code 1 / (2 j + 1)}, the next term of the order of the average itself. */
    @Test
    void ratesOfSmallAveragesAreNormal() {
        for (int order = 1; order <= 4; order++) {
            double[] averages = new double[4];
            averages[order - 1] = -1e-4;
            double expected = 1e8 * (2 * order + 1) * 1e-8 / 2;
            assertThat(LegendreMoments.statistic(averages, 100_000_000)).isCloseTo(expected, within(3e-3 * expected));
        }
    }

    /** The average of two: P(|x + y| / 2 > a) = (1 - a)^2 is below what the bound says, over a grid; for n = 1 it is 1 - a. */
    @Test
    void boundHoldsExactly() {
        for (double a = 0.01; a < 1; a += 0.01) {
            double rate = LegendreMoments.statistic(new double[] {a, 0, 0, 0}, 1);
            assertThat(1 - a).isLessThanOrEqualTo(2 * Math.exp(-rate));
            assertThat((1 - a) * (1 - a)).isLessThanOrEqualTo(2 * Math.exp(-2 * rate));
        }
    }

    @Test
    void rightSamplesFailNoMoreOftenThanStated() {
        double critical = LegendreMoments.critical(300, 0.01);
        Trials.assertSize(
                0.01,
                400,
                seed -> LegendreMoments.statistic(LegendreMoments.averages(Samples.uniform(seed, 300), x -> x), 300)
                        > critical);
    }

    /** A density {@code 1 + (2 j + 1) f P_j(x)}, whose P_j is f on average, for both signs of f. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "2, -1", "3, 1", "4, 1", "4, -1"})
    void theDetectableAverageIsFound(int order, int sign) {
        int n = 3000;
        double critical = LegendreMoments.critical(n, 1e-5);
        double fault = sign * LegendreMoments.detectable(order, n, 1e-5);
        DoubleUnaryOperator polynomial = PolynomialsUtils.createLegendrePolynomial(order)::value;
        Trials.assertFound(
                100,
                seed -> found(
                        tilted(seed, n, x -> 1 + (2 * order + 1) * fault * polynomial.applyAsDouble(x)), critical));
        Trials.assertMissed(
                40,
                seed -> found(
                        tilted(seed, n, x -> 1 + (2 * order + 1) * 0.5 * fault * polynomial.applyAsDouble(x)),
                        critical));
    }

    private static boolean found(float[] sample, double critical) {
        return LegendreMoments.statistic(LegendreMoments.averages(sample, x -> (x + 1) / 2), sample.length) > critical;
    }

    /** Values on -1 .. 1 of this density relative to the uniform one, below 3, by rejection. */
    private static float[] tilted(int seed, int n, DoubleUnaryOperator density) {
        float[] u = Samples.uniform(seed, 10 * n);
        float[] x = new float[n];
        int drawn = 0;
        for (int i = 0; drawn < n; i += 2) {
            float value = 2 * u[i] - 1;
            assertThat(density.applyAsDouble(value)).isBetween(0.0, 3.0);
            if (3 * u[i + 1] < density.applyAsDouble(value)) {
                x[drawn++] = value;
            }
        }
        return x;
    }

    /**
     * The first is {@code E (2 Phi(Z) - 1)''' = 2 E phi''(Z) = -1 / (2 sqrt(pi))}, integrating by parts; the others SciPy 1.17.1:
     * quad(lambda z: He(z) * eval_legendre(order, 2 * ndtr(z) - 1) * norm.pdf(z), -12, 12, epsabs=1e-13)[0].
     */
    @Test
    void seriesMeetThePolynomialsAsComputedElsewhere() {
        assertThat(LegendreMoments.hermite(3, 1)).isCloseTo(-1 / (2 * Math.sqrt(Math.PI)), within(1e-14));
        assertThat(LegendreMoments.hermite(3, 3)).isCloseTo(0.600351052797403, within(1e-12));
        assertThat(LegendreMoments.hermite(4, 2)).isCloseTo(-0.9188814923696536, within(1e-12));
        assertThat(LegendreMoments.hermite(4, 4)).isCloseTo(0.5034500310591599, within(1e-12));
    }

    /** The polynomials see a third of what the moments themselves would see, whose variances are 6 and 24 over n. */
    @Test
    void skewnessAndKurtosisAreSeen() {
        // (6.0 + 3.7) sqrt(6 / 10^6) would be the moment's, with this bound's quantiles.
        assertThat(LegendreMoments.detectableSkewness(1_000_000, 1e-6)).isBetween(0.023, 0.05);
        assertThat(LegendreMoments.detectableKurtosis(1_000_000, 1e-6)).isBetween(0.046, 0.12);
    }

    @Test
    void aNanIsNotLost() {
        float[] sample = Samples.normal(1, 1, 100);
        sample[99] = Float.NaN;
        double[] averages = LegendreMoments.averages(sample, x -> 0.5);
        assertThat(averages).containsOnly(Double.NaN);
        assertThat(LegendreMoments.statistic(averages, 100)).isNaN();
        sample[99] = Float.POSITIVE_INFINITY;
        assertThat(LegendreMoments.averages(sample, NORMAL::cumulativeProbability)[0])
                .isFinite();
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LegendreMoments.critical(4, 1e-9))
                .withMessageContaining("4 values are too few for the test of Legendre moments");
        assertThat(LegendreMoments.critical(64, 1e-9)).isCloseTo(Math.log(8e9), within(1e-14));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LegendreMoments.critical(100, 1.5))
                .withMessageContaining("alpha is 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LegendreMoments.averages(new float[0], x -> x))
                .withMessageContaining("empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LegendreMoments.statistic(new double[3], 10))
                .withMessage("3 averages, expected 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LegendreMoments.detectable(5, 1000, 0.01))
                .withMessage("order is 5, expected 1 to 4");
    }

    /** An average is 1 at most: of ten values at 1e-3 none is found for sure, of twenty one of 0.98. */
    @Test
    void anAverageThatCannotBeIsNotDetectable() {
        assertThat(LegendreMoments.critical(18, 1e-3)).isPositive();
        assertThat(LegendreMoments.detectable(1, 18, 1e-3)).isInfinite();
        assertThat(LegendreMoments.detectable(1, 20, 1e-3)).isBetween(0.95, 1.0);
    }

    /** At the largest parameters a series touches 0 and no more, found on a grid; what is larger is negative somewhere. */
    @Test
    void seriesThatCannotBeAreNotDetectable() {
        assertThat(least(1.0493, 2.449)).isCloseTo(0, within(1e-4));
        for (double excess = 0; excess <= 4; excess += 0.01) {
            assertThat(least(1.06, excess)).isNegative();
        }
        assertThat(least(0, 4)).isCloseTo(0, within(1e-4));
        assertThat(least(0, 4.01)).isNegative();
        assertThat(LegendreMoments.detectableSkewness(800, 1e-3)).isInfinite();
        assertThat(LegendreMoments.detectableSkewness(840, 1e-3)).isBetween(1.0, 1.0493);
        assertThat(LegendreMoments.detectableKurtosis(500, 1e-3)).isInfinite();
        assertThat(LegendreMoments.detectableKurtosis(600, 1e-3)).isBetween(3.5, 4.0);
    }

    /** The least of {@code 1 + skewness He_3 / 6 + excess He_4 / 24}. */
    private static double least(double skewness, double excess) {
        double least = 1;
        for (double z = -8; z <= 8; z += 1e-3) {
            double cubic = z * (z * z - 3);
            double quartic = z * z * (z * z - 6) + 3;
            least = Math.min(least, 1 + skewness * cubic / 6 + excess * quartic / 24);
        }
        return least;
    }
}
