// SPDX-License-Identifier: Apache-2.0
package org.initium.random.philox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhiloxWordsTest {
    /** Numbers in any order, also beyond 2^32 and 2^63; often enough that C2 compiles the kernels. */
    @Test
    void bothKernelsGiveTheBlocksInOrder() {
        int blocks = 8 * PhiloxWords.BLOCKS;
        long[] numbers = new long[blocks];
        int[] expected = new int[4 * blocks + 1];
        for (int repeat = 0; repeat < 400; repeat++) {
            long key = repeat * 0x9E3779B97F4A7C15L;
            long counterHigh = ~key;
            for (int i = 0; i < blocks; i++) {
                numbers[i] = i * 0x9E3779B97F4A7C15L + repeat >>> (repeat % 64);
                Philox4x32.block(key, numbers[i], counterHigh, expected, 4 * i);
            }
            for (PhiloxKernel kernel : new PhiloxKernel[] {new PhiloxKernelScalar(), new PhiloxKernelVector()}) {
                int[] words = new int[expected.length];
                kernel.fill(key, numbers, blocks, counterHigh, words);
                assertThat(Arrays.mismatch(words, expected)).as("%s", kernel).isEqualTo(-1);
            }
        }
    }

    @Test
    void writesTheBlocksAskedForAlone() {
        long[] numbers = new long[40];
        Arrays.setAll(numbers, i -> 7 - i);
        int[] words = new int[4 * 32 + 3];
        Arrays.fill(words, -1);
        PhiloxWords.fill(5, numbers, 32, 0, words);
        int[] block = new int[4];
        for (int i = 0; i < 32; i++) {
            Philox4x32.block(5, numbers[i], 0, block, 0);
            assertThat(Arrays.copyOfRange(words, 4 * i, 4 * i + 4)).isEqualTo(block);
        }
        assertThat(words).endsWith(-1, -1, -1);
        PhiloxWords.fill(5, new long[0], 0, 0, new int[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {-16, -1, 1, 15, 17})
    void blocksComeInSixteens(int blocks) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhiloxWords.fill(0, new long[64], blocks, 0, new int[256]))
                .withMessage("blocks is " + blocks + ", expected a multiple of 16");
    }

    @Test
    void arraysHaveToHoldTheBlocks() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> PhiloxWords.fill(0, new long[31], 32, 0, new int[128]));
        int[] words = new int[127];
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> PhiloxWords.fill(0, new long[32], 32, 0, words));
        assertThat(words).containsOnly(0);
    }
}
