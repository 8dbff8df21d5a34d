// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initium.jax.JaxReference.bits;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LawKernelTest {
    private static final int N = 2048;
    private static final float INFINITE = Float.POSITIVE_INFINITY;

    static Stream<Law> laws() {
        return Stream.of(
                Law.uniform(0, 1),
                Law.uniform(-0.05f, 0.05f),
                Law.uniform(1000, 1001).times(-3).plus(7),
                Law.NORMAL,
                Law.NORMAL.times(0.05f).plus(1.5f),
                Law.truncatedNormal(-2, 2),
                Law.truncatedNormal(-2, 2).times(0.05f).plus(0),
                Law.truncatedNormal(0, 3),
                Law.truncatedNormal(-INFINITE, INFINITE),
                Law.truncatedNormal(-7, 1),
                Law.truncatedNormal(4, 7).plus(1));
    }

    /** Every 41st of the 2^23 possible draws, and the last ones, where the tails are. */
    private static int[] draws(int batch) {
        int[] words = new int[N];
        for (int i = 0; i < N; i++) {
            int mantissa = (batch * N + i) * 41;
            words[i] = (i % 16 == 3 ? 0x7FFFFF - i : i % 16 == 5 ? i : mantissa & 0x7FFFFF) << 9 | i & 0x1FF;
        }
        return words;
    }

    @ParameterizedTest
    @MethodSource("laws")
    void vectorsEqualScalarsToTheBit(Law law) {
        assertThat(law.isDelicate()).isFalse();
        float[] scratch = new float[N];
        for (int batch = 0; batch < 100; batch++) {
            int[] words = draws(batch);
            float[][] out = new float[2][N + 5];
            for (float[] o : out) {
                Arrays.fill(o, Float.NaN);
            }
            new LawKernelScalar().draw(law, words, N, scratch, out[0], 3);
            new LawKernelVector().draw(law, words, N, scratch, out[1], 3);
            assertThat(bits(out[1])).as("batch %d", batch).isEqualTo(bits(out[0]));
            assertThat(out[1])
                    .startsWith(Float.NaN, Float.NaN, Float.NaN)
                    .endsWith(Float.NaN, Float.NaN)
                    .doesNotContain(INFINITE, -INFINITE);
        }
    }

    /** erf(4.5 / sqrt 2) exceeds that of the next bound: u has to stay on the lower one, which is below both. */
    @Test
    void boundsWhoseErfIsOutOfOrderGiveAConstant() {
        Law law = Law.truncatedNormal(4.5f, 4.500004499999999f);
        assertThat(law.range()).isZero();
        assertThat(LawKernelScalar.element(law, -1)).isEqualTo(LawKernelScalar.element(law, 0));
    }

    @Test
    void parametersThatCanLeadToSubnormalsAreDelicate() {
        assertThat(Law.NORMAL.isDelicate()).isFalse();
        assertThat(Law.NORMAL.times(1e-12f).isDelicate()).isTrue();
        assertThat(Law.NORMAL.plus(-1e-12f).isDelicate()).isTrue();
        assertThat(Law.uniform(0, 1e-12f).isDelicate()).isTrue();
        assertThat(Law.uniform(1, 1).isDelicate()).isTrue();
        assertThat(Law.truncatedNormal(0, 0).isDelicate()).isTrue();
        assertThat(Law.truncatedNormal(1e-12f, 1).isDelicate()).isTrue();
        assertThat(Law.truncatedNormal(-1, 1e-12f).isDelicate()).isTrue();
    }
}
