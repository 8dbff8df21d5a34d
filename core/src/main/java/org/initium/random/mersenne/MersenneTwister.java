// SPDX-License-Identifier: Apache-2.0
package org.initium.random.mersenne;

import java.util.Objects;
import org.initium.simd.Simd;

/**
 * MT19937: the generator of PyTorch on a CPU and of Python's {@code random}.
 *
 * <p>M. Matsumoto, T. Nishimura (1998), "Mersenne Twister: A 623-Dimensionally Equidistributed Uniform Pseudo-Random Number
 * Generator", ACM Transactions on Modeling and Computer Simulation 8(1); seeded as their program {@code mt19937ar.c} (2002)
 * does. Its words come one after another, so unlike the native sampler's they have a state. Not thread-safe.
 */
public final class MersenneTwister {
    private static final TwistKernel KERNEL = Simd.SCALAR ? new TwistKernelScalar() : new TwistKernelVector();
    private static final int N = TwistKernel.N;

    /** Multiplier of the seeding recurrence: D. E. Knuth, The Art of Computer Programming 2, section 3.3.4, table 1. */
    private static final int SEED_MULTIPLIER = 1812433253;

    /** The seed under every {@link #ofArray array}, and the multipliers of its two rounds, as in {@code init_by_array}. */
    private static final int ARRAY_SEED = 19650218;

    private static final int ARRAY_MULTIPLIER_1 = 1664525;
    private static final int ARRAY_MULTIPLIER_2 = 1566083941;

    /** The block before the current one, then the current one. */
    private final int[] x = new int[2 * N];

    /** Where in {@link #x} the next word lies; the end if the current block is used up. */
    private int next = 2 * N;

    private MersenneTwister() {}

    /**
     * The generator that {@code init_genrand(seed)} sets up.
     *
     * @param seed any bits, read as unsigned
     */
    public static MersenneTwister ofSeed(int seed) {
        MersenneTwister twister = new MersenneTwister();
        int[] x = twister.x;
        x[N] = seed;
        for (int j = 1; j < N; j++) {
            x[N + j] = SEED_MULTIPLIER * mixed(x[N + j - 1]) + j;
        }
        return twister;
    }

    /**
     * The generator that {@code init_by_array(key)} sets up.
     *
     * @param key at least one word, each read as unsigned
     * @throws IllegalArgumentException if the key is empty
     */
    public static MersenneTwister ofArray(int... key) {
        if (key.length == 0) {
            throw new IllegalArgumentException("key is empty, expected at least one word");
        }
        MersenneTwister twister = ofSeed(ARRAY_SEED);
        int[] x = twister.x;
        int i = 1;
        for (int k = 0; k < Math.max(N, key.length); k++) {
            int j = k % key.length;
            x[N + i] = (x[N + i] ^ mixed(x[N + i - 1]) * ARRAY_MULTIPLIER_1) + key[j] + j;
            i = following(x, i);
        }
        for (int k = 1; k < N; k++) {
            x[N + i] = (x[N + i] ^ mixed(x[N + i - 1]) * ARRAY_MULTIPLIER_2) - i;
            i = following(x, i);
        }
        x[N] = 0x80000000;
        return twister;
    }

    private static int mixed(int x) {
        return x ^ x >>> 30;
    }

    /** The index after i among 1 .. N - 1; word 0 is a copy of the last one whenever a round begins anew. */
    private static int following(int[] x, int i) {
        if (i < N - 1) {
            return i + 1;
        }
        x[N] = x[2 * N - 1];
        return 1;
    }

    /** The next word, 32 uniform bits. */
    public int nextInt() {
        if (next == 2 * N) {
            advance();
        }
        return TwistKernel.temper(x[next++]);
    }

    /**
     * Writes the next {@code count} words to {@code words[offset ..]}.
     *
     * @throws IndexOutOfBoundsException if they do not fit; no word is drawn then
     */
    public void fill(int[] words, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, words.length);
        int done = 0;
        while (done < count) {
            if (next == 2 * N) {
                advance();
            }
            int part = Math.min(count - done, 2 * N - next);
            KERNEL.temper(x, next, part, words, offset + done);
            next += part;
            done += part;
        }
    }

    /**
     * Leaves out the next {@code count} words. Takes time in proportion to them, a tenth of a nanosecond each.
     *
     * @param count 0 or more
     * @throws IllegalArgumentException if the count is negative
     */
    public void skip(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("count is " + count + ", expected 0 or more");
        }
        long left = count;
        while (left > 2 * N - next) {
            left -= 2 * N - next;
            advance();
        }
        next += (int) left;
    }

    /** Makes this generator continue as {@code other} would. */
    public void set(MersenneTwister other) {
        System.arraycopy(other.x, N, x, N, N);
        next = other.next;
    }

    private void advance() {
        System.arraycopy(x, N, x, 0, N);
        KERNEL.twist(x);
        next = N;
    }
}
