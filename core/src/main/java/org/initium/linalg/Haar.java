// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import java.util.Arrays;
import org.initium.Slice;

/**
 * Random matrices with orthonormal columns, uniform over all such matrices (Haar's measure): square ones over the orthogonal
 * group with both determinants, tall ones over the Stiefel manifold.
 *
 * <p>G. W. Stewart (1980), "The efficient generation of random orthogonal matrices with an application to condition
 * estimators", SIAM J. Numer. Anal. 17(3), theorem 3.3: {@code Q = H_1 H_2 ... H_n D}, where H_k reflects a vector of
 * {@code m - k + 1} standard normals onto a multiple of the first unit vector, and D has that multiple's sign. These are
 * the reflectors that the QR factorisation of a normal matrix would find: the columns that it still has to
 * reduce are independent standard normals at every step. So nothing is factored: all is made by {@link CompactWy matrix
 * products}, {@code 2 m n^2 - 2 n^3 / 3} flops, half of a factorisation's; and a square matrix takes half as many normals.
 */
public final class Haar {
    private final int m;
    private final int n;
    private final int ld;
    private final CompactWy block;
    private final float[] t = new float[CompactWy.BLOCK * CompactWy.BLOCK];
    private final float[] tau = new float[CompactWy.BLOCK];
    private final float[] sign = new float[CompactWy.BLOCK];
    private final double[] squares = new double[CompactWy.BLOCK];

    private Haar(int m, int n) {
        this.m = m;
        this.n = n;
        ld = Math.min(n, CompactWy.BLOCK);
        block = new CompactWy(m, n, ld);
    }

    /** A source of independent standard normals. */
    @FunctionalInterface
    public interface Normals {
        /**
         * Writes the normals of this slice, each a function of its number alone, to {@code out[offset ..]}: 0 or of a magnitude
         * from 2^-60 to 2^40, so that neither a vector's square nor its reciprocal leaves a float's range.
         */
        void fill(Slice slice, float[] out, int offset);
    }

    /**
     * Writes a row-major (m, n) matrix Q to {@code q[offset ..]}.
     *
     * <p>{@code ||Q'Q - I||} is a few roundings of a float, some {@code 7e-7 sqrt(n)} in Frobenius' norm, as PyTorch's.
     * Besides Q, {@code min(64, n) m + 128 n} floats are allocated, and more than one thread is used where {@link Gemm} does.
     *
     * @param m rows, at least n
     * @param n columns, 0 or more
     * @throws IllegalArgumentException if the sizes are outside these ranges or {@code q} has no room for the matrix; nothing
     *     is written then
     */
    public static void fill(int m, int n, Normals normals, float[] q, int offset) {
        if (n < 0 || m < n) {
            throw new IllegalArgumentException(
                    "a matrix of " + m + " x " + n + ", expected at least as many rows as columns");
        }
        Gemm.requireMatrix("Q", m, n, q, offset, Math.max(1, n));
        new Haar(m, n).fill(normals, q, offset);
    }

    /** Block after block from the last: each needs {@code rows x b} normals, of which those above the diagonal are not used. */
    private void fill(Normals normals, float[] q, int offset) {
        long total = first(n);
        int blocks = Math.ceilDiv(n, CompactWy.BLOCK);
        for (int number = blocks - 1; number >= 0; number--) {
            int k = number * CompactWy.BLOCK;
            int b = Math.min(CompactWy.BLOCK, n - k);
            int rows = m - k;
            draw(normals, new Slice(total, first(k), rows * b), b);
            reflectors(rows, b);
            block.triangle(rows, b, tau, 0, t, 0);
            block.prepend(rows, b, t, 0, sign, 0, n - k, q, offset + k * n + k, n);
        }
    }

    /** Number of normals that the reflectors before number k take. */
    private long first(int k) {
        int whole = k / CompactWy.BLOCK;
        long rows = (long) whole * m - (long) CompactWy.BLOCK * whole * (whole - 1) / 2;
        return CompactWy.BLOCK * rows + (long) (k % CompactWy.BLOCK) * (m - (long) whole * CompactWy.BLOCK);
    }

    /** Rows of b normals, moved apart to V's rows. */
    private void draw(Normals normals, Slice slice, int b) {
        float[] v = block.v();
        normals.fill(slice, v, 0);
        if (b < ld) {
            for (int i = slice.count() / b - 1; i > 0; i--) {
                System.arraycopy(v, i * b, v, i * ld, b);
            }
        }
    }

    /**
     * Turns column k of the block, from the diagonal down, into the reflector of those normals x: {@code v = x - beta e} with
     * {@code beta = -sign(x_1) ||x||}, so nothing cancels.
     *
     * <p>tau is 2 / v'v of v as it is, its first element rounded, in double precision; so H is orthogonal whatever the error of
     * the norm. A vector of zeros becomes the unit vector, the limit for one of length 1.
     */
    private void reflectors(int rows, int b) {
        float[] v = block.v();
        Arrays.fill(squares, 0);
        for (int i = 1; i < rows; i++) {
            int row = i * ld;
            for (int k = 0; k < Math.min(i, b); k++) {
                squares[k] = Math.fma((double) v[row + k], v[row + k], squares[k]);
            }
        }
        for (int k = 0; k < b; k++) {
            int diagonal = k * ld + k;
            float x = v[diagonal];
            double beta = -Math.copySign(Math.sqrt(Math.fma((double) x, x, squares[k])), x);
            float first = beta == 0 ? 1 : (float) (x - beta);
            v[diagonal] = first;
            Arrays.fill(v, diagonal + 1, k * ld + b, 0);
            tau[k] = (float) (2 / Math.fma((double) first, first, squares[k]));
            sign[k] = (float) Math.copySign(1, beta);
        }
    }
}
