// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubGaussianMeanTest {
    @Test
    void criticalValueIsThatOfTheBound() {
        // NumPy 2.4.6: np.sqrt(2 * np.log(2 / 1e-9)); a logarithm and a square root, 4 ulp.
        assertThat(SubGaussianMean.critical(100_000, 1e-9)).isCloseTo(6.544679215592825, within(4 * 8.9e-16));
    }

    @Test
    void statisticIsInStandardErrors() {
        assertThat(SubGaussianMean.z(new Moments(16, -0.5, 0), 0.25)).isEqualTo(8);
        assertThat(SubGaussianMean.z(new Moments(16, Double.NaN, 0), 0.25)).isNaN();
    }

    /** The premise for the truncated normal: its log moment generating function stays below that of the same variance. */
    @ParameterizedTest
    @ValueSource(doubles = {-30, -5, -2, -0.5, -0.01, 0.01, 0.1, 1, 3, 10, 30})
    void normalCutAtTwoIsStrictlySubGaussian(double t) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double inside = normal.probability(-2, 2);
        // E exp(tZ) over -2 .. 2 is exp(t^2 / 2) (Phi(2 - t) - Phi(-2 - t)) / inside; taken in the lower tail, where
        // Phi
        // has its digits.
        double a = Math.abs(t);
        double shifted = normal.cumulativeProbability(2 - a) - normal.cumulativeProbability(-2 - a);
        double log = t * t / 2 + Math.log(shifted / inside);
        double variance = 1 - 4 * normal.density(2) / inside;
        assertThat(log).isLessThanOrEqualTo(variance * t * t / 2 + 1e-14);
    }

    @Test
    void rightSamplesFailNoMoreOftenThanStated() {
        double critical = SubGaussianMean.critical(500, 0.01);
        Trials.assertSize(
                0.01, 2000, seed -> SubGaussianMean.z(Moments.about(0, Samples.normal(seed, 1, 500)), 1) > critical);
    }

    @Test
    void tooSmallASampleIsRefused() {
        // 2 ln(2e9) = 42.8.
        assertThat(SubGaussianMean.critical(43, 1e-9)).isPositive();
        assertThatThrownBy(() -> SubGaussianMean.critical(42, 1e-9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("42 values are too few");
        assertThatThrownBy(() -> SubGaussianMean.critical(-5, 1e-9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("n is -5, expected 1 or more");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, Double.NaN})
    void anAlphaThatIsNoRateIsRefused(double alpha) {
        assertThatThrownBy(() -> SubGaussianMean.critical(1000, alpha))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alpha is " + alpha);
    }

    /** Samples of the same shape that are shifted by the detectable distance. */
    @Test
    void theDetectableShiftIsFound() {
        double critical = SubGaussianMean.critical(400, 1e-6);
        double shift = SubGaussianMean.detectable(400, 1e-6);
        Trials.assertFound(
                1000, seed -> SubGaussianMean.z(Moments.about(shift, Samples.normal(seed, 1, 400)), 1) > critical);
        Trials.assertMissed(
                200, seed -> SubGaussianMean.z(Moments.about(0.5 * shift, Samples.normal(seed, 1, 400)), 1) > critical);
    }
}
