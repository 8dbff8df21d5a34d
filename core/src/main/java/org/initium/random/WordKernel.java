// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

/**
 * Words of the native stream: 32 generators xoshiro128++, the lanes, that take turns.
 *
 * <p>D. Blackman, S. Vigna (2021), "Scrambled Linear Pseudorandom Number Generators", ACM Transactions on Mathematical
 * Software 47(4): the engine xoshiro128 with shifts 9 and 11 under the scrambler ++ with rotation 7. A step of a lane with
 * state {@code s0 .. s3} is
 *
 * <pre>{@code
 * word = rotl(s0 + s3, 7) + s0
 * t = s1 << 9
 * s2 ^= s0;  s3 ^= s1;  s1 ^= s2;  s0 ^= s3;  s2 ^= t;  s3 = rotl(s3, 11)
 * }</pre>
 */
interface WordKernel {
    /** Generators side by side: two vectors of 512 bits, four of 256, the fewest that hide the latency of a step. */
    int LANES = 32;

    /** Words of a lane's state. */
    int STATE = 4;

    /**
     * Makes the next words of the stream and advances the lanes: word i is that of lane {@code i % 32} at its step
     * {@code i / 32}.
     *
     * @param states word w of lane l at {@code 32 w + l}, changed
     * @param count a multiple of {@link #LANES}
     * @param words the result, from 0 on
     */
    void next(int[] states, int count, int[] words);

    /**
     * Makes the next words as {@link #next} does, and of each a uniform element at once: {@code out[offset + i] = min(top, lo +
     * range * (word >>> 8) 2^-24)}, one fused operation after an exact product. A long tensor is then written while the next
     * words are made, not after them.
     *
     * @param top largest value that may come out; rounding can otherwise reach the excluded upper bound
     */
    void nextUniform(int[] states, int count, float lo, float range, float top, float[] out, int offset);
}
