// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import java.util.Objects;

/**
 * The words behind the native sampler: stream {@code "xoshiro128++/32x128"}, whose word i is a pure function of the key and i.
 *
 * <p>The stream is cut into blocks of 4,096 words. Within a block 32 generators xoshiro128++ (Blackman and Vigna 2021, see
 * {@link WordKernel}), the lanes, take turns: word i is that of lane {@code i % 32} at step {@code i % 4096 / 32} of block
 * {@code i / 4096}. Each lane's state at the block's beginning is a whole block of Philox4x32-10, a generator without
 * state: lane l of block b begins with block number {@code 32 b + l / 2 + 16 (l % 2)} under the key, its four words being
 * {@code s0 .. s3}. (A state of four zeros, which xoshiro never leaves, would become {@code 1, 0, 0, 0}.) To begin at any
 * word therefore takes its block alone; no word depends on slices, threads or on the width of vectors.
 *
 * <p>Why so:
 *
 * <ul>
 *   <li>Philox is a bijection of its counter, so no two lanes of a key, in any of its blocks, begin with the same state.
 *   <li>A lane gives 128 words, as many as its state has bits. xoshiro's engine is linear over GF(2) with a primitive
 *       characteristic polynomial of degree 128, so a linear relation between its successive states needs 129 of them.
 *   <li>Three successive words of xoshiro128++ take all values equally often: it is equidistributed in three dimensions.
 *       With Philox's words taken as random, any 96 successive words of a block, which are three of each lane, are
 *       therefore independent and uniform; so are the 64 words that a chunk of normal values is made of.
 *   <li>n lanes meet on xoshiro's cycle of 2^128 - 1 states with probability below {@code 128 n^2 / 2^128}: 2^-67 among the
 *       lanes of 2^34 words, 2^-31 among those of 2^52.
 * </ul>
 */
public final class NativeWords {
    private static final int BATCH = 32 * WordKernel.LANES;

    private static final ThreadLocal<Workspace> WORKSPACE = ThreadLocal.withInitial(Workspace::new);

    private NativeWords() {}

    private static final class Workspace {
        final WordCursor cursor = new WordCursor();
        final int[] words = new int[BATCH];
    }

    /**
     * Writes words {@code first .. first + count - 1} of the key's stream to {@code out[offset .. offset + count - 1]}.
     *
     * @param first 0 or more
     * @throws IllegalArgumentException if {@code first} is negative or {@code first + count} is 2^63 or more
     * @throws IndexOutOfBoundsException if they do not fit {@code out}
     */
    public static void fill(Key key, long first, int count, int[] out, int offset) {
        Objects.requireNonNull(key, "key");
        Objects.checkFromIndexSize(offset, count, out.length);
        if (first < 0 || first > Long.MAX_VALUE - count) {
            throw new IllegalArgumentException(
                    "first is " + first + ", expected 0 to " + (Long.MAX_VALUE - count) + " for " + count + " words");
        }
        Workspace w = WORKSPACE.get();
        int skip = (int) (first % WordKernel.LANES);
        w.cursor.seek(key, first - skip);
        int done = 0;
        while (done < count) {
            int wanted = Math.min(BATCH, skip + Math.min(BATCH, count - done));
            int n = Math.min(Math.ceilDiv(wanted, WordKernel.LANES) * WordKernel.LANES, w.cursor.available());
            w.cursor.next(w.words, n);
            int part = Math.min(n - skip, count - done);
            System.arraycopy(w.words, skip, out, offset + done, part);
            done += part;
            skip = 0;
        }
    }
}
