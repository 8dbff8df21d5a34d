// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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

    /** One rounding of {@code lo + range * (word >>> 8) 2^-24}, then the top; what lies around the elements stays as it is. */
    @ParameterizedTest
    @ValueSource(ints = {0, 32, 64, 1024, 4096})
    void uniformElementsAreMadeOfTheSameWords(int count) {
        float lo = -0.05f;
        float range = 0.1f;
        float top = 0.0499f; // Low enough to be reached.
        for (int repeat = 0; repeat < 300; repeat++) {
            int[] states = states(repeat);
            int[] words = new int[count];
            KERNELS[0].next(states, count, words);
            for (WordKernel kernel : KERNELS) {
                int[] own = states(repeat);
                float[] out = new float[count + 5];
                Arrays.fill(out, Float.NaN);
                kernel.nextUniform(own, count, lo, range, top, out, 3);
                assertThat(own).isEqualTo(states);
                for (int i = 0; i < count; i++) {
                    // The product of a 24-bit and a float's 24 bits is exact as a double, but not always the sum.
                    BigDecimal exact = new BigDecimal((words[i] >>> 8) * 0x1p-24)
                            .multiply(new BigDecimal(range))
                            .add(new BigDecimal(lo));
                    assertThat(out[3 + i])
                            .as("element %s by %s, made of its word's upper 24 bits", i, kernel)
                            .isEqualTo(Math.min(top, exact.floatValue()));
                }
                assertThat(out).startsWith(Float.NaN, Float.NaN, Float.NaN).endsWith(Float.NaN, Float.NaN);
            }
        }
    }

    /** [1, 2) rounds the largest u up to 2, [-1, 0) to 0: without the top both would give their upper bound. */
    @Test
    void uniformNeverGivesTheUpperBoundWhateverTheWord() {
        float[][] ranges = {{0, 1}, {1, 2}, {-1, 0}, {-0.05f, 0.05f}, {1e30f, 2e30f}, {-3e38f, 1e37f}, {1, 1.0000001f}};
        int[] extreme = {0, 1, 0xFF, 0x100, 0x7FFFFFFF, 0x80000000, 0xFFFFFEFF, 0xFFFFFF00, 0xFFFFFFFE, 0xFFFFFFFF};
        int[] states = new int[128];
        for (int lane = 0; lane < 32; lane++) {
            // With s0 = 0 the first word is rotl(s3, 7).
            states[96 + lane] = Integer.rotateRight(extreme[lane % extreme.length], 7);
        }
        for (WordKernel kernel : KERNELS) {
            int[] words = new int[32];
            kernel.next(states.clone(), 32, words);
            assertThat(words[9]).isEqualTo(-1);
            for (float[] range : ranges) {
                float top = Math.max(range[0], Math.nextDown(range[1]));
                float[] out = new float[32];
                kernel.nextUniform(states.clone(), 32, range[0], range[1] - range[0], top, out, 0);
                for (float x : out) {
                    assertThat(x).isGreaterThanOrEqualTo(range[0]).isLessThan(range[1]);
                }
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
        float[] out = new float[4096];
        assertThat(Allocation.perCall(() -> KERNELS[1].nextUniform(states, out.length, 0, 1, 0.99f, out, 0)))
                .isZero();
    }
}
