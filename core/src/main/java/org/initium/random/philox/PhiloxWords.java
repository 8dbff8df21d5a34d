// SPDX-License-Identifier: Apache-2.0
package org.initium.random.philox;

import java.util.Objects;
import org.initium.simd.Simd;

/** Many {@link Philox4x32} blocks at once, vectorised. */
public final class PhiloxWords {
    /** The number of blocks in a call of {@link #fill} is a multiple of this. */
    public static final int BLOCKS = PhiloxKernel.BLOCKS;

    /** Blocks in a call of {@link #fillLanes}. */
    public static final int LANES = PhiloxKernel.LANES;

    private static final PhiloxKernel KERNEL = Simd.SCALAR ? new PhiloxKernelScalar() : new PhiloxKernelVector();

    private PhiloxWords() {}

    /**
     * Writes the blocks numbered {@code numbers[0 .. blocks - 1]} to {@code words[0 .. 4 blocks - 1]}, in this order and
     * the four words of each block in theirs, as {@code Philox4x32.block(key, numbers[i], counterHigh, words, 4 * i)} does.
     *
     * @param numbers in any order, with or without repetition
     * @param blocks a multiple of {@link #BLOCKS}
     * @throws IllegalArgumentException if {@code blocks} is negative or not a multiple of {@link #BLOCKS}
     * @throws IndexOutOfBoundsException if there are fewer numbers, or less room for the words
     */
    public static void fill(long key, long[] numbers, int blocks, long counterHigh, int[] words) {
        if (blocks < 0 || blocks % BLOCKS != 0) {
            throw new IllegalArgumentException("blocks is " + blocks + ", expected a multiple of " + BLOCKS);
        }
        Objects.checkFromIndexSize(0, blocks, numbers.length);
        Objects.checkFromIndexSize(0, blocks, words.length / Philox4x32.BLOCK);
        KERNEL.fill(key, numbers, blocks, counterHigh, words);
    }

    /**
     * Writes the blocks {@code first .. first + 31} word by word to {@code words[0 .. 127]}: word w of lane l to
     * {@code words[32 w + l]}. Lane l is block {@code first + l / 2 + 16 (l % 2)}, since the words of two vectors of blocks
     * interleave without a shuffle.
     *
     * @throws IndexOutOfBoundsException if there is less room for the words
     */
    public static void fillLanes(long key, long first, long counterHigh, int[] words) {
        Objects.checkFromIndexSize(0, Philox4x32.BLOCK * LANES, words.length);
        KERNEL.fillLanes(key, first, counterHigh, words);
    }
}
