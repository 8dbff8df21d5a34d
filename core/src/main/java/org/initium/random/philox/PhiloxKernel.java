// SPDX-License-Identifier: Apache-2.0
package org.initium.random.philox;

/** Many {@link Philox4x32} blocks at once, in the two arrangements of {@link PhiloxWords}. */
interface PhiloxKernel {
    /** {@link PhiloxWords#fill} takes a multiple of so many blocks: those of two vectors of 512 bits. */
    int BLOCKS = 16;

    /** Lanes of {@link PhiloxWords#fillLanes}. */
    int LANES = 2 * BLOCKS;

    /** The increments of the two key words, in the upper half of a {@code long}. */
    long UPPER_W0 = (long) Philox4x32.W0 << 32;

    /** See {@link #UPPER_W0}. */
    long UPPER_W1 = (long) Philox4x32.W1 << 32;

    /** {@link PhiloxWords#fill}. */
    void fill(long key, long[] numbers, int blocks, long counterHigh, int[] words);

    /** {@link PhiloxWords#fillLanes}. */
    void fillLanes(long key, long first, long counterHigh, int[] words);
}
