// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TanhMeanFieldTest {
    /** A second quadrature: commons-math3's adaptive rule on -9 to 9, to 1e-12. */
    private static double mean(DoubleUnaryOperator f) {
        return new IterativeLegendreGaussIntegrator(16, 1e-12, 1e-14)
                .integrate(10_000_000, z -> f.applyAsDouble(z) * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI), -9, 9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.5, 1, 4})
    void expectedValuesAgreeWithAnotherQuadrature(double s) {
        assertThat(GaussianMean.of(z -> StrictMath.tanh(s * z) * StrictMath.tanh(s * z)))
                .isCloseTo(mean(z -> Math.tanh(s * z) * Math.tanh(s * z)), within(1e-11));
    }

    /** Moments of the standard normal: 1, 0, 1, 3, 15. Beyond 9 lies 2e-19 of the law, times 9^6. */
    @Test
    void momentsOfTheNormal() {
        assertThat(GaussianMean.of(z -> 1)).isCloseTo(1, within(1e-14));
        assertThat(GaussianMean.of(z -> z)).isCloseTo(0, within(1e-14));
        assertThat(GaussianMean.of(z -> z * z)).isCloseTo(1, within(1e-14));
        assertThat(GaussianMean.of(z -> z * z * z * z)).isCloseTo(3, within(1e-14));
        assertThat(GaussianMean.of(z -> z * z * z * z * z * z)).isCloseTo(15, within(1e-12));
    }

    /**
     * Standard deviations of tanh activations by layer for sums of variance 1 / divisor at first, with weights of variance 1 / n
     * (Glorot and Bengio's where fans are equal) and of 1 / 3 n (their "standard" U(-1 / sqrt(n), 1 / sqrt(n))), by both quadratures;
     * the four digits are those of a third, NumPy's Gauss and Hermite rule.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.6279",
        "1, 2, 0.4863",
        "1, 3, 0.4082",
        "1, 4, 0.3576",
        "1, 5, 0.3216",
        "1, 10, 0.2285",
        "1, 50, 0.1011",
        "3, 1, 0.4603",
        "3, 2, 0.2495",
        "3, 3, 0.1412",
        "3, 4, 0.0810",
        "3, 5, 0.0467",
        "3, 10, 0.0030"
    })
    void activationsShrinkByLayer(int divisor, int layer, double expected) {
        TanhMeanField field = new TanhMeanField(1.0 / divisor, 0);
        double q = 1.0 / divisor;
        double meanSquare = 0;
        for (int l = 1; l <= layer; l++) {
            double s = Math.sqrt(q);
            meanSquare = mean(z -> Math.tanh(s * z) * Math.tanh(s * z));
            q = field.next(q);
            assertThat(q).isCloseTo(meanSquare / divisor, within(1e-11));
        }
        assertThat(Math.sqrt(meanSquare)).isCloseTo(expected, within(5e-5));
    }

    /** Bias variance 0.05: the fixed points and chi_1 of the phase diagram of Schoenholz et al. (2017), to the digits given. */
    @ParameterizedTest
    @CsvSource({
        "1.5, 0.05, 0.418037, 0.938636",
        "1.7, 0.05, 0.533076, 0.986741",
        "1.760955, 0.05, 0.57005, 1.00000",
        "2.5, 0.05, 1.06396, 1.13352"
    })
    void thePhaseDiagram(double weights, double biases, double q, double chi) {
        TanhMeanField field = new TanhMeanField(weights, biases);
        assertThat(field.fixedPoint()).isCloseTo(q, within(6e-6));
        assertThat(field.susceptibility(field.fixedPoint())).isCloseTo(chi, within(6e-6));
        // By definition, in the other quadrature.
        double s = Math.sqrt(field.fixedPoint());
        assertThat(weights * mean(z -> Math.tanh(s * z) * Math.tanh(s * z)) + biases)
                .isCloseTo(field.fixedPoint(), within(1e-10));
        assertThat(weights * mean(z -> Math.pow(1 / Math.cosh(s * z), 4))).isCloseTo(chi, within(6e-6));
    }

    /** The critical weight variances of other biases: chi_1 is 1 there. */
    @ParameterizedTest
    @CsvSource({"1.42421, 0.01", "1.98607, 0.1", "2.28515, 0.2"})
    void theEdgeOfChaos(double weights, double biases) {
        TanhMeanField field = new TanhMeanField(weights, biases);
        assertThat(field.susceptibility(field.fixedPoint())).isCloseTo(1, within(1e-5));
    }

    @Test
    void withoutBiasesTheSignalDiesUpToAVarianceOfOne() {
        assertThat(new TanhMeanField(0.9, 0).fixedPoint()).isZero();
        assertThat(new TanhMeanField(1, 0).fixedPoint()).isZero();
        assertThat(new TanhMeanField(1, 0).susceptibility(0)).isCloseTo(1, within(1e-14));
        TanhMeanField alive = new TanhMeanField(1.1, 0);
        double q = alive.fixedPoint();
        assertThat(q).isGreaterThan(0.01);
        assertThat(alive.next(q)).isCloseTo(q, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "1, -1", "NaN, 0", "1, Infinity"})
    void badVariancesAreRefused(double weights, double biases) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TanhMeanField(weights, biases));
    }

    /** Fourth derivatives by the five-point formula with h = 0.02, whose error is h^2 / 6 of the sixth derivative, some 1 %. */
    @ParameterizedTest
    @EnumSource
    void fourthDerivativesAreLargestAtZero(UnitStatistic statistic) {
        double largest = 0;
        double largestOfSquare = 0;
        for (double z = -4; z < 4; z += 0.005) {
            largest = Math.max(largest, Math.abs(fourth(statistic::of, z)));
            largestOfSquare = Math.max(largestOfSquare, Math.abs(fourth(u -> statistic.of(u) * statistic.of(u), z)));
        }
        assertThat(largest / statistic.fourth()).isBetween(0.98, 1.0);
        assertThat(largestOfSquare / statistic.fourthOfSquare()).isBetween(0.98, 1.0);
    }

    private static double fourth(DoubleUnaryOperator f, double z) {
        double h = 0.02;
        return (f.applyAsDouble(z - 2 * h)
                        - 4 * f.applyAsDouble(z - h)
                        + 6 * f.applyAsDouble(z)
                        - 4 * f.applyAsDouble(z + h)
                        + f.applyAsDouble(z + 2 * h))
                / (h * h * h * h);
    }

    /** The bound holds for the statistic's own law, and with slack for one that is off by that much. */
    @ParameterizedTest
    @CsvSource({"MEAN_SQUARE, 0.7", "MEAN_SQUARE, 2", "SUSCEPTIBILITY, 0.7", "SUSCEPTIBILITY, 2"})
    void cumulantsAreBounded(UnitStatistic statistic, double s) {
        UnitStatistic.Moments moments = statistic.at(s);
        UnitStatistic.Moments other = statistic.at(s * 1.01);
        double off = Math.abs(other.mean() - moments.mean());
        double secondOff = Math.abs(other.second() - moments.second());
        for (double t : new double[] {-3, -0.3, -0.01, 0.01, 0.3, 3}) {
            double exact = Math.log(mean(z -> Math.exp(t * (statistic.of(s * z) - moments.mean()))));
            double shifted = Math.log(mean(z -> Math.exp(t * (statistic.of(s * 1.01 * z) - moments.mean()))));
            assertThat(moments.cgf(t, 0, 0)).isGreaterThan(exact - 1e-12);
            assertThat(moments.cgf(t, off, secondOff)).isGreaterThan(shifted - 1e-12);
        }
        assertThat(moments.cgf(0, 0, 0)).isZero();
    }
}
