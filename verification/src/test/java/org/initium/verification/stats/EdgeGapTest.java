// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeGapTest {
    private static final DoubleUnaryOperator UNIFORM = e -> e / 2;

    /** A normal law cut at two standard deviations. */
    private static final DoubleUnaryOperator CUT = e -> {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        return normal.probability(-2, -2 + 2 * e) / normal.probability(-2, 2);
    };

    /** The sampler's grid on 0 .. 1, as a share of half the range: its highest point lies that far below 1. */
    private static final double GRID = 0x1p-23;

    @Test
    void statisticIsTheLargerGap() {
        assertThat(EdgeGap.statistic(new float[] {-0.75f, 0, 0.875f}, -1, 1)).isEqualTo(0.25);
        assertThat(EdgeGap.statistic(new float[] {3, 3.5f, 4}, 2, 6)).isEqualTo(1);
        assertThat(EdgeGap.statistic(new float[] {-1, 1}, -1, 1)).isZero();
        assertThat(EdgeGap.statistic(new float[] {-1, Float.NaN, 1}, -1, 1)).isNaN();
    }

    /** Of a uniform law: {@code 2 (1 - (alpha / 2)^(1/n))}; and the figures of the Javadoc. */
    @ParameterizedTest
    @CsvSource({"64, 1e-3", "1000, 1e-6", "1000000, 1e-6", "100000000, 1e-9"})
    void criticalGapOfAUniformLaw(long n, double alpha) {
        double expected = -2 * Math.expm1(Math.log(alpha / 2) / n);
        assertThat(EdgeGap.critical(n, UNIFORM, 0, alpha)).isCloseTo(expected, within(1e-14 * expected));
        assertThat(EdgeGap.critical(n, UNIFORM, 0x1p-24, alpha)).isCloseTo(expected + 0x1p-24, within(1e-14));
    }

    /** Near the bound the cut law's tail is {@code 2 e phi(2) / 0.9545}, 4.4 times lower than the uniform's at the same e. */
    @Test
    void criticalGapOfACutNormalLaw() {
        double gap = EdgeGap.critical(1_000_000, CUT, 0, 1e-6);
        assertThat(CUT.applyAsDouble(gap)).isCloseTo(Math.log(2e6) / 1e6, within(1e-9));
        assertThat(gap / EdgeGap.critical(1_000_000, UNIFORM, 0, 1e-6)).isCloseTo(4.42, within(0.05));
    }

    /** The law is exact but that both sides may fail at once: at 1 % that is one alarm in 400 less. */
    @Test
    void rightSamplesFailAsOftenAsStated() {
        double critical = EdgeGap.critical(500, UNIFORM, 0, 0.01);
        Trials.assertExactSize(0.01, 4000, seed -> EdgeGap.statistic(Samples.uniform(seed, 500), 0, 1) > critical);
        double cut = EdgeGap.critical(500, CUT, 0, 0.01);
        Trials.assertExactSize(0.01, 4000, seed -> EdgeGap.statistic(Samples.cutNormal(seed, 500), -2, 2) > cut);
    }

    @Test
    void theDetectableLimitIsAlwaysFound() {
        int n = 10_000;
        double critical = EdgeGap.critical(n, UNIFORM, GRID, 1e-9);
        double fault = EdgeGap.detectable(n, UNIFORM, GRID, 1e-9);
        Trials.assertFound(300, seed -> EdgeGap.statistic(shrunk(seed, n, fault), -1, 1) > critical);
        Trials.assertMissed(100, seed -> EdgeGap.statistic(shrunk(seed, n, 0.6 * fault), -1, 1) > critical);
        // One side suffices.
        Trials.assertFound(300, seed -> {
            float[] x = shrunk(seed, n, fault);
            x[0] = 1;
            return EdgeGap.statistic(x, -1, 1) > critical;
        });
    }

    private static float[] shrunk(int seed, int n, double fault) {
        float[] x = Samples.uniform(seed, n);
        for (int i = 0; i < n; i++) {
            x[i] = (float) ((2 * x[i] - 1) * (1 - fault));
        }
        return x;
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EdgeGap.critical(64, UNIFORM, 0, 1e-9))
                .withMessageContaining("64 values are too few for the test of the gap at the bounds");
        assertThat(EdgeGap.critical(80, UNIFORM, 0, 1e-9)).isLessThan(0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EdgeGap.critical(1000, UNIFORM, 0, 0))
                .withMessageContaining("alpha is 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> EdgeGap.critical(1000, UNIFORM, Double.NaN, 0.01));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EdgeGap.statistic(new float[0], 0, 1))
                .withMessageContaining("empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EdgeGap.statistic(new float[1], 0, Double.POSITIVE_INFINITY))
                .withMessageContaining("bounds are 0.0 and Infinity");
    }

    /**
     * What the Javadoc and docs/VERIFICATION.md say of a uniform law at N = 10^6 and the first stage's rate of 1e-3, to two digits. Of a limit too small by e
     * the distance of the distribution functions is {@code e / 2} at the edges, where the sample's own is exact.
     */
    @Test
    void theScaleOfABoundedLawIsSeenHereFirst() {
        int n = 1_000_000;
        assertThat(EdgeGap.detectable(n, e -> e / 2, 0, 1e-3)).isCloseTo(1.5e-5, within(0.05e-5));
        assertThat(EdgeGap.detectable(n, e -> e / 2, 0x1p-20, 1e-3)).isCloseTo(1.7e-5, within(0.05e-5));
        assertThat(Leak.detectableScale(n, e -> e / 2)).isCloseTo(6.9e-6, within(0.05e-6));
        assertThat(BoundedVariance.detectable(n, 1.8, Math.sqrt(3), 1e-3)).isCloseTo(3.4e-3, within(0.05e-3));
        assertThat(2 * KolmogorovSmirnov.critical(n, 1e-3)).isCloseTo(3.9e-3, within(0.05e-3));
    }

    @Test
    void sizesThatAreNoneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EdgeGap.critical(-5, e -> e / 2, 0, 1e-3))
                .withMessage("n is -5, expected 1 or more");
    }
}
