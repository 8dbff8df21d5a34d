// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

/**
 * Many {@link Philox4x32} blocks at once: in chunks of 64 words for the native sampler, or in order for others.
 *
 * <p>Chunk {@code c} of a stream consists of the blocks {@code 16 c .. 16 c + 15}. Their words lie so that a vector of
 * 64-bit lanes, each holding two words of one block, is stored as it is, whatever the number of lanes:
 *
 * <pre>
 * chunk word   0 .. 31   words 1, 0 of block 0, words 1, 0 of block 1, ... words 1, 0 of block 15
 * chunk word  32 .. 63   words 3, 2 of block 0, words 3, 2 of block 1, ... words 3, 2 of block 15
 * </pre>
 */
interface WordKernel {
    /** Words in a chunk. */
    int CHUNK = 64;

    /** Blocks in a chunk. */
    int BLOCKS = CHUNK / Philox4x32.BLOCK;

    /** The increments of the two key words, in the upper half of a {@code long}. */
    long UPPER_W0 = (long) Philox4x32.W0 << 32;

    /** See {@link #UPPER_W0}. */
    long UPPER_W1 = (long) Philox4x32.W1 << 32;

    /**
     * Writes chunks to {@code words[0 .. 64 * chunks - 1]}.
     *
     * @param firstChunk number of the first chunk, 0 or more
     */
    void fill(Key key, long firstChunk, int chunks, int[] words);

    /**
     * Writes the blocks with these numbers to {@code words[0 .. 4 * blocks - 1]}, the words of each block in the order in
     * which Philox gives them.
     *
     * @param blocks a multiple of {@link #BLOCKS}
     */
    void fillInOrder(Key key, long[] numbers, int blocks, int[] words);
}
