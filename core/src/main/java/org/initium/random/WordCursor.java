// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import org.initium.random.philox.PhiloxWords;
import org.initium.simd.Simd;

/**
 * Walks through the words of a key's native stream, which {@link NativeWords} defines.
 *
 * <p>One thread's, and used for one key after the other: {@link #seek} says where to begin.
 */
final class WordCursor {
    /** Words between two places where the lanes get new states: 128 of each lane, as many as its state has bits. */
    static final int BLOCK = 128 * WordKernel.LANES;

    private static final WordKernel KERNEL = Simd.SCALAR ? new WordKernelScalar() : new WordKernelVector();

    private final int[] states = new int[WordKernel.STATE * WordKernel.LANES];
    private final int[] skipped = new int[BLOCK / 4];
    private Key key;
    private long block;
    private int left;

    /**
     * Goes to a word of a key's stream: to the beginning of its block, and on from there.
     *
     * @param word a multiple of {@link WordKernel#LANES}
     */
    void seek(Key key, long word) {
        assert word >= 0 && word % WordKernel.LANES == 0;
        this.key = key;
        block = word / BLOCK;
        left = 0;
        for (int skip = (int) (word % BLOCK); skip > 0; skip -= skipped.length) {
            next(skipped, Math.min(skip, skipped.length));
        }
    }

    /** Words that {@link #next} can give in one call: those up to the end of the block. */
    int available() {
        return left == 0 ? BLOCK : left;
    }

    /**
     * Writes the next words of the stream.
     *
     * @param count a multiple of {@link WordKernel#LANES}, at most {@link #available}
     */
    void next(int[] words, int count) {
        take(count);
        KERNEL.next(states, count, words);
    }

    /**
     * Writes uniform elements made of the next words, as {@link WordKernel#nextUniform} says.
     *
     * @param count as for {@link #next}
     */
    void nextUniform(int count, float lo, float range, float top, float[] out, int offset) {
        take(count);
        KERNEL.nextUniform(states, count, lo, range, top, out, offset);
    }

    private void take(int count) {
        if (left == 0) {
            begin(states, key, block);
            block++;
            left = BLOCK;
        }
        assert count <= left;
        left -= count;
    }

    /** The lanes' states at the beginning of a block. */
    private static void begin(int[] states, Key key, long block) {
        PhiloxWords.fillLanes(key.key(), block * WordKernel.LANES, key.stream(), states);
        replaceZeroStates(states);
    }

    /** The one state that xoshiro never leaves is 0 in all words; s0 becomes 1 then. Philox makes one in 2^128. */
    static void replaceZeroStates(int[] states) {
        for (int lane = 0; lane < WordKernel.LANES; lane++) {
            int any = states[lane]
                    | states[WordKernel.LANES + lane]
                    | states[2 * WordKernel.LANES + lane]
                    | states[3 * WordKernel.LANES + lane];
            if (any == 0) {
                states[lane] = 1;
            }
        }
    }
}
