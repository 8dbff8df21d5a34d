// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedMeanTest {
    private static final int N = 200;
    private static final double VARIANCE = 0.05;

    /** Values in 0 .. 1 of mean 1/19 and skewed far to the right, the worst kind for a bound: 18/19 times 1 with probability 1/18. */
    private static double off(int seed, double shift) {
        double sum = 0;
        for (float u : Samples.uniform(seed, N)) {
            sum += (u < 1 / 18.0 ? 18 / 19.0 : 0) - 1 / 19.0 + shift;
        }
        return Math.abs(sum / N);
    }

    @Test
    void theBoundSolvesItsEquation() {
        double t = BoundedMean.critical(N, VARIANCE, 1, 1e-6);
        assertThat(2 * Math.exp(-N * t * t / (2 * (VARIANCE + t / 3)))).isCloseTo(1e-6, within(1e-15));
    }

    /** The variance of these values is 17/361 = 0.0471. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1e-2, 1e-3})
    void rightSamplesFailNoMoreOftenThanStated(double alpha) {
        double critical = BoundedMean.critical(N, VARIANCE, 1, alpha);
        Trials.assertSize(alpha, 20_000, seed -> off(seed, 0) > critical);
    }

    @Test
    void theDetectableShiftIsFound() {
        double critical = BoundedMean.critical(N, VARIANCE, 1, 1e-3);
        double shift = BoundedMean.detectable(N, VARIANCE, 1, 1e-3);
        Trials.assertFound(5000, seed -> off(seed, shift) > critical);
        Trials.assertFound(5000, seed -> off(seed, -shift) > critical);
        Trials.assertMissed(500, seed -> off(seed, shift / 3) > critical);
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoundedMean.critical(3, 1, 1, 1e-3))
                .withMessageContaining("too few");
        assertThatIllegalArgumentException().isThrownBy(() -> BoundedMean.critical(100, 1, 1, 0));
    }

    /** At 1e-3, with variance and bound 1: of 30 values 0.9 and 0.84. */
    @Test
    void aShiftBeyondTheBoundIsNotDetectable() {
        assertThat(BoundedMean.critical(30, 1, 1, 1e-3)).isLessThan(1);
        assertThat(BoundedMean.detectable(30, 1, 1, 1e-3)).isInfinite();
        assertThat(BoundedMean.detectable(100, 1, 1, 1e-3)).isBetween(0.7, 0.9);
    }

    /** Beyond 2^30 values the bound is that of the normal law's, {@code sqrt(2 ln(2 / alpha) / n)}, but for its linear term. */
    @Test
    void anySizeWillDo() {
        for (long n : new long[] {1L << 30, 1L << 31, 1L << 40}) {
            double normal = Math.sqrt(2 * Math.log(2000) / n);
            assertThat(BoundedMean.critical(n, 1, 1, 1e-3)).isCloseTo(normal, within(1e-4 * normal));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoundedMean.critical(-5, 1, 1, 1e-3))
                .withMessage("n is -5, expected 1 or more");
    }
}
