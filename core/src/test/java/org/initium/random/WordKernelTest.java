// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.initium.Allocation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordKernelTest {
    private static final WordKernel[] KERNELS = {new WordKernelScalar(), new WordKernelVector()};

    private static int[] states(long seed) {
        int[] states = new int[WordKernel.STATE * WordKernel.LANES];
        NativeWords.fill(Key.of(seed), 0, states.length, states, 0);
        return states;
    }

    /** The first words from state 1, 2, 3, 4: test "reference" of xoshiro128plusplus.rs in Rust's rand_xoshiro 0.6. */
    @Test
    void everyLaneIsXoshiro128PlusPlus() {
        long[] expected = {
            641,
            1573767,
            3222811527L,
            3517856514L,
            836907274,
            4247214768L,
            3867114732L,
            1355841295,
            495546011,
            621204420
        };
        for (WordKernel kernel : KERNELS) {
            int[] states = new int[128];
            Arrays.setAll(states, i -> 1 + i / 32);
            int[] words = new int[320];
            kernel.next(states, 320, words);
            for (int i = 0; i < 320; i++) {
                assertThat(Integer.toUnsignedLong(words[i])).isEqualTo(expected[i / 32]);
            }
        }
    }

    /** Often enough that C2 compiles them; what lies behind the words and the states stays as it is. */
    @ParameterizedTest
    @ValueSource(ints = {0, 32, 64, 96, 1024, 4096})
    void kernelsAgreeToTheBit(int count) {
        for (int repeat = 0; repeat < 300; repeat++) {
            int[][] states = {Arrays.copyOf(states(repeat), 131), Arrays.copyOf(states(repeat), 131)};
            int[][] words = new int[2][count + 17];
            for (int k = 0; k < 2; k++) {
                Arrays.fill(words[k], 0x5A5A5A5A);
                KERNELS[k].next(states[k], count, words[k]);
            }
            assertThat(Arrays.mismatch(words[0], words[1])).isEqualTo(-1);
            assertThat(Arrays.mismatch(states[0], states[1])).isEqualTo(-1);
            assertThat(states[1]).endsWith(0, 0, 0);
            assertThat(Arrays.copyOfRange(words[1], count, count + 17)).containsOnly(0x5A5A5A5A);
        }
    }

    @Test
    void twoCallsGiveWhatOneGives() {
        for (WordKernel kernel : KERNELS) {
            int[] whole = new int[4096];
            kernel.next(states(3), 4096, whole);
            int[] states = states(3);
            int[] part = new int[4096];
            for (int done = 0, n = 32; done < 4096; done += n, n = Math.min(2 * n, 4096 - done)) {
                kernel.next(states, n, part);
                assertThat(Arrays.equals(part, 0, n, whole, done, done + n)).isTrue();
            }
        }
    }

    @Tag(Allocation.TAG)
    @Test
    void allocatesNothing() {
        int[] states = states(1);
        int[] words = new int[4096];
        assertThat(Allocation.perCall(() -> KERNELS[1].next(states, words.length, words)))
                .isZero();
    }
}
