// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransferTest {
    /** commons-math3's adaptive rule, to 1e-11. */
    private static double integral(DoubleUnaryOperator f, double from, double to) {
        return new IterativeLegendreGaussIntegrator(16, 1e-11, 1e-13).integrate(10_000_000, f::applyAsDouble, from, to);
    }

    /**
     * log E exp(t (Y - 1)) of a normal sum by quadrature, over the active side and the rest: the trapezoidal rule, which for a
     * normal curve of any width beyond its step of 1/64 is exact to rounding.
     */
    private static double exact(Transfer transfer, double t) {
        double all = 0;
        for (int i = -40 * 64; i <= 40 * 64; i++) {
            double g = i / 64.0;
            all += Math.exp(t * g * g / transfer.share() - g * g / 2) / Math.sqrt(2 * Math.PI) / 64;
        }
        return Math.log(transfer == Transfer.LINEAR ? all : 0.5 + all / 2) - t;
    }

    /** Above 0 it is the normal's own: 1e-10 for the quadrature. Below it is a bound, and of second order the same. */
    @ParameterizedTest
    @CsvSource({"LINEAR, 0.01", "LINEAR, 0.2", "LINEAR, 0.45", "RELU, 0.01", "RELU, 0.1", "RELU, 0.22"})
    void cumulantsAreThoseOfNormalSums(Transfer transfer, double t) {
        assertThat(transfer.cgf(t)).isCloseTo(exact(transfer, t), within(1e-10));
        assertThat(transfer.cgf(-t)).isGreaterThan(exact(transfer, -t));
    }

    @ParameterizedTest
    @EnumSource
    void smallCumulantsAreHalfTheVariance(Transfer transfer) {
        double t = 1e-5;
        // The third cumulant adds a share of its ratio to the second, at most 32, times t / 3.
        double variance = transfer.variance(1, 3);
        assertThat(transfer.cgf(t) * 2 / (t * t)).isCloseTo(variance, withinPercentage(0.05));
        assertThat(transfer.cgf(-t) * 2 / (t * t)).isCloseTo(variance, withinPercentage(0.05));
        assertThat(transfer.cgf(0)).isZero();
    }

    @Test
    void noExponentialMomentsBeyondTheDomain() {
        assertThat(Transfer.LINEAR.cgf(0.5)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Transfer.RELU.cgf(0.25)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Transfer.RELU.cgf(0.2499)).isLessThan(10);
    }

    /** What the bound for uniform and truncated normal weights rests on, as far as the induction begins. */
    @Test
    void evenMomentsAreAtMostTheNormals() {
        for (ExpectedLaw.Random law :
                new ExpectedLaw.Random[] {new ExpectedLaw.Uniform(-1, 1), new ExpectedLaw.TruncatedNormal(0, 1)}) {
            double normal = 1;
            for (int k = 1; k <= 8; k++) {
                int power = 2 * k;
                normal *= power - 1;
                double moment =
                        integral(x -> law.density(x) * Math.pow(x / law.stddev(), power), law.lower(), law.upper());
                assertThat(moment).isLessThanOrEqualTo(normal * (1 + 1e-9));
            }
        }
    }

    /** He et al.'s rectifier passes half; {@code 5 / n}: 4 / n (3 / 2 - 1 / 4). */
    @Test
    void variancesAreTheKnownOnes() {
        assertThat(Transfer.LINEAR.variance(10, 3)).isEqualTo(0.2);
        assertThat(Transfer.RELU.variance(10, 3)).isEqualTo(0.5);
        // Twenty equal inputs: fourth cumulants average out as 1 / 20.
        double[] equal = new double[20];
        Arrays.fill(equal, 0.7);
        assertThat(Transfer.kurtosis(1.8, equal)).isCloseTo(3 - 1.2 / 20, within(1e-14));
        assertThat(Transfer.kurtosis(1.8, new double[] {0, 2, 0})).isCloseTo(1.8, within(1e-14));
        assertThat(Transfer.kurtosis(3, equal)).isCloseTo(3, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.3", "7, 1.2", "64, 0.8", "256, 1.1"})
    void linearRatiosAreChiSquared(int n, double ratio) {
        assertThat(Transfer.LINEAR.cdf(n, ratio))
                .isCloseTo(new ChiSquaredDistribution(null, n).cumulativeProbability(n * ratio), within(1e-13));
    }

    /** One unit: 2 g^2 <= r for an active one, so 1/2 + 1/2 P(chi^2_1 <= r / 2). */
    @Test
    void oneRectifiedUnit() {
        double expected = 0.5 + 0.5 * new ChiSquaredDistribution(null, 1).cumulativeProbability(0.35);
        assertThat(Transfer.RELU.cdf(1, 0.7)).isCloseTo(expected, within(1e-14));
    }

    /** E R = integral of 1 - F, E R^2 = integral of 2 r (1 - F): 1 and 1 + 5 / n. The law beyond 8 is below 1e-12 for n = 64. */
    @ParameterizedTest
    @CsvSource({"LINEAR, 64", "RELU, 64", "RELU, 200"})
    void momentsOfTheLawAreTheKnownOnes(Transfer transfer, int n) {
        double mean = integral(r -> 1 - transfer.cdf(n, r), 0, 8);
        double second = integral(r -> 2 * r * (1 - transfer.cdf(n, r)), 0, 8);
        assertThat(mean).isCloseTo(1, within(1e-8));
        assertThat(second).isCloseTo(1 + transfer.variance(n, 3), within(1e-8));
    }

    @ParameterizedTest
    @EnumSource
    void theLawEndsWhereItShould(Transfer transfer) {
        assertThat(transfer.cdf(64, 0)).isZero();
        assertThat(transfer.cdf(64, -1)).isZero();
        assertThat(transfer.cdf(64, Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(transfer.cdf(64, 1e6)).isCloseTo(1, within(1e-14));
        assertThat(transfer.cdf(64, Double.NaN)).isNaN();
        assertThat(transfer.of(Double.NaN)).isNaN();
    }
}
