// SPDX-License-Identifier: Apache-2.0
package org.initium.random.philox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import org.initium.Allocation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhiloxKernelTest {
    private static final PhiloxKernel[] KERNELS = {new PhiloxKernelScalar(), new PhiloxKernelVector()};
    private static final int WORDS = Philox4x32.BLOCK * PhiloxKernel.LANES;

    /** First blocks: 0, around the carries into the second counter word and into bit 63, and an odd one. */
    @ParameterizedTest
    @ValueSource(longs = {0, 5, 0xFFFF_FFF0L, 0x7FFF_FFFF_FFFF_FFF0L, -17})
    void lanesAreBlocksWordByWord(long first) {
        long[][] keys = {{0, 0}, {-1, -1}, {0x299f31d0a4093822L, 0x0370734413198a2eL}};
        for (long[] key : keys) {
            int[] expected = new int[WORDS + 1];
            int[] block = new int[Philox4x32.BLOCK];
            for (int lane = 0; lane < PhiloxKernel.LANES; lane++) {
                Philox4x32.block(key[0], first + lane / 2 + lane % 2 * 16, key[1], block, 0);
                for (int word = 0; word < block.length; word++) {
                    expected[32 * word + lane] = block[word];
                }
            }
            expected[WORDS] = -7;
            for (PhiloxKernel kernel : KERNELS) {
                int[] words = new int[WORDS + 1];
                words[WORDS] = -7;
                kernel.fillLanes(key[0], first, key[1], words);
                assertThat(words).as("%s", kernel).isEqualTo(expected);
            }
        }
    }

    /** Often enough that C2 compiles them. */
    @Test
    void compiledKernelsAgree() {
        int[][] words = new int[2][WORDS];
        for (int repeat = 0; repeat < 20_000; repeat++) {
            for (int k = 0; k < 2; k++) {
                KERNELS[k].fillLanes(repeat * 0x9E3779B97F4A7C15L, 31L * repeat, ~repeat, words[k]);
            }
            assertThat(Arrays.mismatch(words[0], words[1])).isEqualTo(-1);
        }
    }

    @Test
    void lanesNeedRoom() {
        int[] words = new int[WORDS - 1];
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> PhiloxWords.fillLanes(0, 0, 0, words));
        assertThat(words).containsOnly(0);
    }

    @Tag(Allocation.TAG)
    @Test
    void allocateNothing() {
        int[] words = new int[WORDS];
        long[] numbers = new long[PhiloxKernel.LANES];
        assertThat(Allocation.perCall(() -> PhiloxWords.fillLanes(1, 2, 3, words)))
                .isZero();
        assertThat(Allocation.perCall(() -> PhiloxWords.fill(1, numbers, numbers.length, 3, words)))
                .isZero();
    }
}
