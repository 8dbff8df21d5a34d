// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedVarianceTest {
    private static final double KURTOSIS = 1.8;
    private static final double BOUND = Math.sqrt(3);

    /**
     * SciPy 1.17.1: brentq(lambda t: 2*exp(-n*t*t/(2*(0.8 + 2*t/3))) - 1e-9, 1e-6, 5, xtol=1e-15, rtol=1e-14)
     * * sqrt(n/0.8); its rtol of 1e-14 and the conditioning of exp, some 20, leave 1e-12.
     */
    @ParameterizedTest
    @CsvSource({"100000, 6.595352853877154", "1000, 7.068907204780317"})
    void criticalValueSolvesBernsteinsBound(int n, double expected) {
        assertThat(BoundedVariance.critical(n, KURTOSIS, BOUND, 1e-9)).isCloseTo(expected, within(1e-11));
    }

    @Test
    void statisticIsInStandardErrors() {
        // A variance of 1.5 instead of 1 with n = 80: 0.5 sqrt(80 / 0.8) = 5; sqrt is exact, the rest within 4 ulp.
        assertThat(BoundedVariance.z(new Moments(80, 0, 6), 2, KURTOSIS)).isCloseTo(5, within(4 * 8.9e-16));
        assertThat(BoundedVariance.z(new Moments(80, 0, Double.NaN), 2, KURTOSIS))
                .isNaN();
    }

    @Test
    void rightSamplesFailNoMoreOftenThanStated() {
        double critical = BoundedVariance.critical(500, KURTOSIS, BOUND, 0.01);
        Trials.assertSize(0.01, 2000, seed -> z(seed, 500, 0) > critical);
    }

    @Test
    void tooSmallASampleIsRefused() {
        assertThatThrownBy(() -> BoundedVariance.critical(60, KURTOSIS, BOUND, 1e-9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("60 values are too few")
                .hasMessageContaining("a constant sample would pass");
    }

    /** Samples whose scale is off by the detectable share: the law that is asked for is smaller or larger. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void theDetectableScaleIsFound(int sign) {
        int n = 1000;
        double fault = sign * BoundedVariance.detectable(n, KURTOSIS, BOUND, 1e-6);
        double critical = BoundedVariance.critical(n, KURTOSIS, BOUND, 1e-6);
        Trials.assertFound(1000, seed -> z(seed, n, fault) > critical);
        Trials.assertMissed(200, seed -> z(seed, n, 0.4 * fault) > critical);
    }

    private static double z(int seed, int n, double fault) {
        double asked = Math.sqrt(1 / 12.0) / (1 + fault);
        return BoundedVariance.z(Moments.about(0.5, Samples.uniform(seed, n)), asked, KURTOSIS);
    }

    @Test
    void aSampleThatLeavesTheBoundNoPowerDetectsNothing() {
        assertThat(BoundedVariance.detectable(70, 20, 5, 0.9)).isInfinite();
    }

    /** Beyond 2^30 values the threshold is the normal law's, {@code sqrt(2 ln(2 / alpha))}, but for its linear term. */
    @Test
    void anySizeWillDo() {
        for (long n : new long[] {1L << 30, 1L << 31, 1L << 40}) {
            double normal = Math.sqrt(2 * Math.log(2000));
            assertThat(BoundedVariance.critical(n, KURTOSIS, BOUND, 1e-3)).isCloseTo(normal, within(1e-3));
            assertThat(BoundedVariance.detectable(n, KURTOSIS, BOUND, 1e-3)).isBetween(1e-6, 1.1e-4);
        }
        assertThatThrownBy(() -> BoundedVariance.critical(-5, KURTOSIS, BOUND, 1e-3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("n is -5, expected 1 or more");
    }
}
