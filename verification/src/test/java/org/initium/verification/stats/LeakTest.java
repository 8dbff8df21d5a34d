// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakTest {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /** By definition; the power of n loses n roundings. */
    @ParameterizedTest
    @ValueSource(longs = {1, 10, 1000, 1_000_000, 100_000_000})
    void theShareIsMissedOnceInAThousand(long n) {
        assertThat(Math.pow(1 - Leak.detectable(n), n)).isCloseTo(1e-3, within(1e-3 * 1e-7));
    }

    /** A uniform law of width 1 + e has e / (1 + e) outside: that is the share. */
    @Test
    void theScaleOfAUniformLaw() {
        double share = Leak.detectable(1000);
        assertThat(Leak.detectableScale(1000, x -> x / 2)).isCloseTo(share / (1 - share), within(1e-12));
    }

    /** Of a normal law cut at 2: its share beyond 2 / (1 + e) is the stated one, within the bisection's and the law's error. */
    @Test
    void theScaleOfATruncatedNormal() {
        double inside = NORMAL.cumulativeProbability(2) - NORMAL.cumulativeProbability(-2);
        double e = Leak.detectableScale(
                100_000, x -> (NORMAL.cumulativeProbability(-2 * (1 - x)) - NORMAL.cumulativeProbability(-2)) / inside);
        double beyond = 2 * (NORMAL.cumulativeProbability(-2 / (1 + e)) - NORMAL.cumulativeProbability(-2)) / inside;
        assertThat(beyond).isCloseTo(Leak.detectable(100_000), within(1e-12));
        // The density at the bound, 2 * 2 * 0.05399 / 0.9545 for both, is 0.226 to a unit of e.
        assertThat(e).isCloseTo(6.908e-5 / 0.2263, within(1e-6));
    }

    @Test
    void aScaleThatLeaksAsMuchIsFound() {
        double e = Leak.detectableScale(1000, x -> x / 2);
        Trials.assertFound(3000, seed -> leaks(Samples.uniform(seed, 1000), 1 + e));
        Trials.assertMissed(300, seed -> leaks(Samples.uniform(seed, 1000), 1 + e / 30));
    }

    private static boolean leaks(float[] uniforms, double width) {
        for (float u : uniforms) {
            if (u * width >= 1) {
                return true;
            }
        }
        return false;
    }

    @Test
    void noValuesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Leak.detectable(0))
                .withMessage("n is 0, expected 1 or more");
    }
}
