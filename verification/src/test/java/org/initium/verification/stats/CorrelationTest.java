// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {
    private static double[] values(int seed, int n) {
        return Correlation.transform(Samples.uniform(seed, n), x -> x);
    }

    @Test
    void transformIsTheLaws() {
        NormalDistribution normal = new NormalDistribution(null, 3, 2);
        double[] x = Correlation.transform(new float[] {3, 5, Float.NEGATIVE_INFINITY}, normal::cumulativeProbability);
        // erf(1 / sqrt(2)), to the accuracy of commons-math3's series.
        assertThat(x[0]).isZero();
        assertThat(x[1]).isCloseTo(0.6826894921370859, within(1e-14));
        assertThat(x[2]).isEqualTo(-1);
    }

    @Test
    void statisticsAreAverages() {
        assertThat(Correlation.cross(new double[] {1, 0.5}, new double[] {-1, 1}))
                .isEqualTo(0.75);
        // Lag 1: x0 x1 + x1 x2 = -0.25 + 0.25; lag 2: x0 x2 + x1 x3 = -0.25 - 0.5; of two products each.
        assertThat(Correlation.serial(new double[] {0.5, -0.5, -0.5, 1}, 1, 2)).isEqualTo(3 * 0.75 / 2);
    }

    /** Pearson's coefficient estimates means and variances, which are known here: they differ by some 1 / n. */
    @Test
    void crossIsNearPearsons() {
        double[] x = values(1, 50_000);
        double[] y = values(2, 50_000);
        for (int i = 0; i < y.length; i++) {
            y[i] = i % 3 == 0 ? x[i] : y[i];
        }
        double theirs = new PearsonsCorrelation().correlation(x, y);
        // Either is off 1/3 by some 1 / sqrt(n) = 0.0045.
        assertThat(Correlation.cross(x, y)).isCloseTo(theirs, within(0.03)).isCloseTo(1 / 3.0, within(0.03));
    }

    /** The largest eigenvalue by commons-math3, of the whole interval's matrix and with other points. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.1, 0.6, 1, 2})
    void generatingFunctionIsTheLargestEigenvalue(double s) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(40);
        RealMatrix kernel = new Array2DRowRealMatrix(40, 40);
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 40; j++) {
                double weight = Math.sqrt(rule.getWeight(i) * rule.getWeight(j)) / 2;
                kernel.setEntry(i, j, weight * Math.exp(3 * s * rule.getPoint(i) * rule.getPoint(j)));
            }
        }
        double largest = 0;
        for (double eigenvalue : new EigenDecomposition(kernel).getRealEigenvalues()) {
            largest = Math.max(largest, eigenvalue);
        }
        // The matrix is of size exp(6) at most, its eigenvalues good to 1e-15 of that.
        assertThat(Correlation.cgf(s)).isCloseTo(Math.log(largest), within(1e-13));
    }

    /** Independent products: {@code E exp(3 s x y) = sum (3 s)^(2k) / ((2k + 1)! (2k + 1))}, below the bound and near it. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.03, 0.3, 1})
    void generatingFunctionBoundsThatOfIndependentProducts(double s) {
        double sum = 0;
        double term = 1;
        for (int k = 0; k < 40; k++) {
            sum += term / (2 * k + 1);
            term *= 9 * s * s / ((2 * k + 2) * (2 * k + 3));
        }
        double bound = Correlation.cgf(s);
        assertThat(bound).isGreaterThanOrEqualTo(Math.log(sum) - 1e-15);
        // Second-order perturbation theory: they differ by s^4 / 5, and by less than the half of that again up to s =
        // 1.
        assertThat(bound - Math.log(sum)).isLessThan(0.3 * Math.pow(s, 4) + 1e-15);
    }

    /** Both bounds cost little: the quantile of the normal law at 1e-6 and 64 lags is 5.65, scipy 1.17.1 norm.isf(1e-6 / 128). */
    @Test
    void boundIsNearTheNormalQuantile() {
        assertThat(Correlation.critical(1_000_000, 64, 1e-6) * 1000).isBetween(5.65, 6.15);
    }

    @Test
    void rightSamplesFailNoMoreOftenThanStated() {
        double critical = Correlation.critical(500, 1, 0.01);
        Trials.assertSize(
                0.01, 1000, seed -> Correlation.cross(values(seed, 500), values(seed + 5000, 500)) > critical);
        double serial = Correlation.critical(500, 8, 0.01);
        Trials.assertSize(0.01, 1000, seed -> Correlation.serial(values(seed, 508), lags(8)) > serial);
    }

    /** A share rho of the values is equal to those of the other sample, or to those five places before, the rest independent. */
    @Test
    void theDetectableCorrelationIsFound() {
        int n = 4000;
        double critical = Correlation.critical(n, 64, 1e-5);
        double rho = Correlation.detectable(n, 64, 1e-5);
        Trials.assertFound(300, seed -> Correlation.cross(values(seed, n), mixed(seed, n, rho, 0)) > critical);
        Trials.assertFound(300, seed -> Correlation.serial(mixed(seed, n + 64, rho, 5), lags(64)) > critical);
        Trials.assertMissed(60, seed -> Correlation.cross(values(seed, n), mixed(seed, n, rho / 2, 0)) > critical);
        Trials.assertMissed(60, seed -> Correlation.serial(mixed(seed, n + 64, rho / 2, 5), lags(64)) > critical);
    }

    private static double[] mixed(int seed, int n, double rho, int lag) {
        double[] first = values(seed, n);
        double[] x = values(seed + 5000, n);
        double[] coins = values(seed + 10_000, n);
        for (int i = lag; i < n; i++) {
            if (coins[i] < 2 * rho - 1) {
                x[i] = lag == 0 ? first[i] : x[i - lag];
            }
        }
        return x;
    }

    @Test
    void aNanIsNotLost() {
        float[] sample = Samples.uniform(1, 100);
        sample[50] = Float.NaN;
        double[] x = Correlation.transform(sample, u -> 0.5);
        assertThat(Correlation.cross(x, values(2, 100))).isNaN();
        assertThat(Correlation.serial(x, 1, 2, 3)).isNaN();
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.critical(40, 64, 1e-9))
                .withMessageContaining("40 values are too few for the test of correlation")
                .withMessageContaining("equal samples would pass");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.critical(4000, 0, 1e-9))
                .withMessage("coefficients is 0, expected 1 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.critical(4000, 1, Double.NaN))
                .withMessageContaining("alpha is NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> Correlation.cross(new double[2], new double[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> Correlation.cross(new double[0], new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Correlation.serial(new double[5], 5));
        assertThatIllegalArgumentException().isThrownBy(() -> Correlation.serial(new double[5]));
        assertThatIllegalArgumentException().isThrownBy(() -> Correlation.serial(new double[5], 1, 0));
    }

    private static int[] lags(int largest) {
        return IntStream.rangeClosed(1, largest).toArray();
    }

    /** At 1e-3 of 20 products 0.9 and 0.85; a correlation is 1 at most. */
    @Test
    void aCorrelationThatCannotBeIsNotDetectable() {
        assertThat(Correlation.critical(20, 1, 1e-3)).isLessThan(1);
        assertThat(Correlation.detectable(20, 1, 1e-3)).isInfinite();
        assertThat(Correlation.detectable(100, 1, 1e-3)).isBetween(0.7, 0.85);
    }

    @Test
    void productsThatAreNoneAreRefused() {
        for (long none : new long[] {0, -5}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Correlation.critical(none, 1, 1e-3))
                    .withMessage("n is " + none + ", expected 1 or more");
        }
    }
}
