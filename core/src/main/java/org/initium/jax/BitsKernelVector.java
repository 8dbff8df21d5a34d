// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/**
 * {@link BitsKernel} with one block per lane.
 *
 * <p>The twenty rounds are sixty vector operations, too many for C2 in one method; so they are three passes over arrays in
 * the L1 cache, {@code scratch} for word 0 of the blocks and {@code words} for word 1.
 */
final class BitsKernelVector implements BitsKernel {
    private static final VectorSpecies<Integer> INT = Simd.INT;
    private static final int LANES = INT.length();
    private static final IntVector LANE = IntVector.zero(INT).addIndex(1);

    @Override
    public void fill(JaxKey key, long first, int n, int[] words, int[] scratch) {
        assert n % GROUP == 0 && n <= words.length && n <= scratch.length;
        int k0 = key.k0();
        int k1 = key.k1();
        int k2 = k0 ^ k1 ^ Threefry.PARITY;
        begin((int) (first >>> 32) + k0, (int) first + k1, n, scratch, words);
        eightRounds(n, scratch, words, k1, k2 + 1, k2, k0 + 2);
        eightRounds(n, scratch, words, k0, k1 + 3, k1, k2 + 4);
        fourRounds(n, scratch, words, k2, k0 + 5);
    }

    private static void begin(int first0, int first1, int n, int[] x0, int[] x1) {
        for (int i = 0; i < n; i += LANES) {
            IntVector.broadcast(INT, first0).intoArray(x0, i);
            LANE.add(first1 + i).intoArray(x1, i);
        }
    }

    /** Four rounds, the key words a, four rounds, the key words b. */
    private static void eightRounds(int n, int[] x0, int[] x1, int a0, int a1, int b0, int b1) {
        for (int i = 0; i < n; i += LANES) {
            IntVector x = IntVector.fromArray(INT, x0, i);
            IntVector y = IntVector.fromArray(INT, x1, i);
            x = x.add(y);
            y = y.lanewise(ROL, 13).lanewise(XOR, x);
            x = x.add(y);
            y = y.lanewise(ROL, 15).lanewise(XOR, x);
            x = x.add(y);
            y = y.lanewise(ROL, 26).lanewise(XOR, x);
            x = x.add(y);
            y = y.lanewise(ROL, 6).lanewise(XOR, x);
            x = x.add(a0);
            y = y.add(a1);
            x = x.add(y);
            y = y.lanewise(ROL, 17).lanewise(XOR, x);
            x = x.add(y);
            y = y.lanewise(ROL, 29).lanewise(XOR, x);
            x = x.add(y);
            y = y.lanewise(ROL, 16).lanewise(XOR, x);
            x = x.add(y);
            y = y.lanewise(ROL, 24).lanewise(XOR, x);
            x.add(b0).intoArray(x0, i);
            y.add(b1).intoArray(x1, i);
        }
    }

    /** The last four rounds and key words; the exclusive or of both words goes to {@code x1}. */
    private static void fourRounds(int n, int[] x0, int[] x1, int a0, int a1) {
        for (int i = 0; i < n; i += LANES) {
            IntVector x = IntVector.fromArray(INT, x0, i);
            IntVector y = IntVector.fromArray(INT, x1, i);
            x = x.add(y);
            y = y.lanewise(ROL, 13).lanewise(XOR, x);
            x = x.add(y);
            y = y.lanewise(ROL, 15).lanewise(XOR, x);
            x = x.add(y);
            y = y.lanewise(ROL, 26).lanewise(XOR, x);
            x = x.add(y);
            y = y.lanewise(ROL, 6).lanewise(XOR, x);
            x.add(a0).lanewise(XOR, y.add(a1)).intoArray(x1, i);
        }
    }
}
