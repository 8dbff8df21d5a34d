// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.initium.random.mersenne.MersenneTwister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LawKernelTest {
    private static final int BATCH = LawKernel.BATCH;
    private static final LawKernel SCALAR = new LawKernelScalar();
    private static final LawKernel VECTOR = new LawKernelVector();

    /** Every 61st radius and every 53rd angle of the 2^24, both ends among them: all octants, all exponents. */
    @Test
    void normalAgreesOnAllRangesOfWords() {
        int[] words = new int[BATCH];
        int radius = 0;
        int angle = LawKernel.MASK;
        for (int batch = 0; batch < 140; batch++) {
            for (int i = 0; i < BATCH; i++) {
                boolean first = i % LawKernel.BLOCK < LawKernel.BLOCK / 2;
                // The upper 8 bits do not count.
                words[i] = (first ? radius : angle) ^ batch << 24;
                if (first) {
                    radius = radius + 61 & LawKernel.MASK;
                } else {
                    angle = angle - 53 & LawKernel.MASK;
                }
            }
            assertNormalAgrees(words, 0, BATCH, 0.5f, 2);
        }
    }

    /** Sizes that leave vectors part empty, anywhere in the arrays. */
    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 208, 4080, 4096})
    void normalAgreesOnAnyNumberOfBlocks(int n) {
        int[] words = new int[n + 7];
        MersenneTwister.ofSeed(n).fill(words, 0, words.length);
        for (int at = 0; at <= 7; at++) {
            assertNormalAgrees(words, at, n, -1, 0.1f);
        }
    }

    private static void assertNormalAgrees(int[] words, int at, int n, float mean, float stddev) {
        float[] expected = new float[n + 5];
        float[] actual = new float[n + 5];
        SCALAR.normal(words, at, n, mean, stddev, new float[BATCH], expected, 3);
        VECTOR.normal(words, at, n, mean, stddev, new float[BATCH], actual, 3);
        assertThat(Arrays.mismatch(actual, expected)).isEqualTo(-1);
        assertThat(actual).startsWith(0, 0, 0).endsWith(0, 0);
    }

    /** The words of the ends: u = 0 and u = 1 - 2^-24, whose radius is the largest, sqrt(48 ln 2) = 5.768. */
    @Test
    void endsOfTheRange() {
        int[] words = new int[LawKernel.BLOCK];
        words[1] = LawKernel.MASK;
        for (LawKernel kernel : new LawKernel[] {SCALAR, VECTOR}) {
            float[] out = new float[LawKernel.BLOCK];
            kernel.normal(words, 0, LawKernel.BLOCK, 0, 1, new float[BATCH], out, 0);
            assertThat(out[0]).isZero();
            assertThat(out[8]).isZero();
            assertThat(out[1]).isEqualTo((float) Math.sqrt(48 * Math.log(2)));
            assertThat(out[9]).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-0.3, 0.71", "5, 1e-3"})
    void uniformAgrees(float from, float range) {
        int[] words = new int[1000];
        MersenneTwister.ofSeed(9).fill(words, 0, words.length);
        words[500] = 0;
        words[501] = -1;
        for (int n : new int[] {0, 1, 15, 17, 990}) {
            float[] expected = new float[1000];
            float[] actual = new float[1000];
            SCALAR.uniform(words, 7, n, from, range, expected, 5);
            VECTOR.uniform(words, 7, n, from, range, actual, 5);
            assertThat(actual).isEqualTo(expected);
            assertThat(Arrays.copyOfRange(actual, 5 + n, 1000)).containsOnly(0);
        }
    }
}
