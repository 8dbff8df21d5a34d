// SPDX-License-Identifier: Apache-2.0
package org.initium.random.mersenne;

/**
 * The arithmetic of {@link MersenneTwister}, on an array that holds a block of {@link #N} words and room for the next one
 * behind it: then the recurrence needs no indices modulo N, and each word depends on none of the 227 before it.
 */
interface TwistKernel {
    /** Degree of recurrence: words in a block. A multiple of every kernel's number of lanes. */
    int N = 624;

    /** Middle word. */
    int M = 397;

    /** Vector a, the last row of the twist matrix. */
    int A = 0x9908B0DF;

    /** The uppermost bit: r = 31 bits are lower. */
    int UPPER = 0x80000000;

    /** Tempering mask b, used with shift 7. */
    int B = 0x9D2C5680;

    /** Tempering mask c, used with shift 15. */
    int C = 0xEFC60000;

    /** Computes {@code x[N .. 2 N - 1]} from {@code x[0 .. N - 1]}: equation (2.1) of the paper. */
    void twist(int[] x);

    /** {@code out[offset + i]} = {@link #temper(int)} of {@code x[from + i]} for {@code i < count}. */
    void temper(int[] x, int from, int count, int[] out, int offset);

    /** The word that state word {@code x} gives: equations (2.2) to (2.5). */
    static int temper(int x) {
        int y = x ^ x >>> 11;
        y ^= y << 7 & B;
        y ^= y << 15 & C;
        return y ^ y >>> 18;
    }
}
