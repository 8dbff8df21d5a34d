// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import java.util.Objects;
import org.initium.simd.Simd;

/** Many {@link Philox4x32} blocks at once, vectorised, for samplers that number them freely. */
public final class PhiloxWords {
    /** The number of blocks in a call is a multiple of this. */
    public static final int BLOCKS = WordKernel.BLOCKS;

    private static final WordKernel KERNEL = Simd.SCALAR ? new WordKernelScalar() : new WordKernelVector();

    private PhiloxWords() {}

    /**
     * Writes the blocks numbered {@code numbers[0 .. blocks - 1]} of the key's stream to {@code words[0 .. 4 blocks - 1]},
     * in this order and the four words of each block in theirs, as {@code Philox4x32.block(key.key(), numbers[i],
     * key.stream(), words, 4 * i)} does.
     *
     * @param numbers in any order, with or without repetition
     * @param blocks a multiple of {@link #BLOCKS}
     * @throws IllegalArgumentException if {@code blocks} is negative or not a multiple of {@link #BLOCKS}
     * @throws IndexOutOfBoundsException if there are fewer numbers, or less room for the words
     */
    public static void fill(Key key, long[] numbers, int blocks, int[] words) {
        Objects.requireNonNull(key, "key");
        if (blocks < 0 || blocks % BLOCKS != 0) {
            throw new IllegalArgumentException("blocks is " + blocks + ", expected a multiple of " + BLOCKS);
        }
        Objects.checkFromIndexSize(0, blocks, numbers.length);
        Objects.checkFromIndexSize(0, blocks, words.length / Philox4x32.BLOCK);
        KERNEL.fillInOrder(key, numbers, blocks, words);
    }
}
