// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.simd.Simd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RooflineBenchmarkTest {
    /** Multiples of the twelve chains of two flops, at every width of vectors. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16})
    void flopsFillEveryWidth(int lanes) {
        assertThat(RooflineBenchmark.FMA_FLOPS % (24 * lanes)).isZero();
    }

    /** Twelve chains from k = 0 .. 11 after two rounds: sum of k / 4 + 3 / 4, all exact. */
    @Test
    void chainsMultiplyAndAdd() {
        float[] seed = new float[16];
        int lanes = Simd.FLOAT.length();
        RooflineVector.multiplyAdd(2 * 24 * lanes, seed);
        for (int i = 0; i < 16; i++) {
            assertThat(seed[i]).isEqualTo(i < lanes ? 66 / 4f + 9 : 0);
        }
    }

    @Test
    void triadCoversTheArrays() {
        assertThat(new RooflineBenchmark().triadL1(new RooflineBenchmark.L1()))
                .hasSize(2048)
                .containsOnly(2);
        assertThat(new RooflineBenchmark().triadL2(new RooflineBenchmark.L2()))
                .hasSize(16_384)
                .containsOnly(2);
    }

    @Test
    void zerosCoverTheArrays() {
        assertThat(new RooflineBenchmark().writeL1(new RooflineBenchmark.ShortArray()))
                .hasSize(4096)
                .containsOnly(0);
        float[] ones = new float[64];
        RooflineVector.fill(ones, 1);
        assertThat(ones).containsOnly(1);
    }
}
