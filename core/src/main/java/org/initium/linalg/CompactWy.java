// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import java.util.Arrays;

/**
 * Blocks of reflectors as matrix products: {@code H_1 H_2 ... H_b = I - V T V'} with T upper triangular, and the products of
 * such blocks with a matrix.
 *
 * <p>R. Schreiber and C. F. Van Loan (1989), "A Storage-Efficient WY Representation for Products of Householder
 * Transformations", SIAM J. Sci. Stat. Comput. 10(1). V is row-major, {@code ld} elements to a row, and 0 above its diagonal.
 * T is b x b, {@link #BLOCK} elements to a row. {@code H_k = I - tau_k v_k v_k'}; a {@code tau_k} of 0 makes it the identity.
 *
 * <p>An instance is a workspace for matrices of up to {@code m} rows and {@code n} columns: {@code m ld + 128 n} floats and
 * little more.
 */
final class CompactWy {
    /**
     * Reflectors to a block, part of the definition of every result. The products with V are the deeper, and so the faster, the
     * more there are; T costs {@code b / n} of the work.
     */
    static final int BLOCK = 64;

    /** Rows of V'V at a time, from their diagonal on: four of the product's tiles, and two thirds of the work of all. */
    private static final int STRIP = 24;

    /** Up to this size T is made by substitution; above, from two halves by products. */
    private static final int SMALL = 8;

    private final int ld;
    private final float[] v;
    private final float[] gram = new float[BLOCK * BLOCK];
    private final float[] half = new float[BLOCK * BLOCK / 4];
    private final float[] x;
    private final float[] y;

    CompactWy(int m, int n, int ld) {
        this.ld = ld;
        v = new float[m * ld];
        x = new float[n * BLOCK];
        y = new float[x.length];
    }

    /** The block at hand: whoever calls the methods below fills it in first. */
    float[] v() {
        return v;
    }

    /**
     * Makes T of V and tau: {@code T^-1 = striu(V'V) + diag(1 / tau)}, from two halves at a time,
     *
     * <pre>
     *   T = | T1  -T1 S T2 |   with S the upper right quarter of V'V:
     *       | 0      T2    |
     * </pre>
     *
     * E. Elmroth and F. G. Gustavson (2000), "Applying recursion to serial and parallel QR factorization leads to better
     * performance", IBM J. Res. Dev. 44(4), equation 5.
     *
     * @param rows rows of V, at least b
     * @param b reflectors, 1 to {@link #BLOCK}
     * @param t receives T at {@code t[tOffset ..]}, 0 below the diagonal before and after
     */
    void triangle(int rows, int b, float[] tau, int tauOffset, float[] t, int tOffset) {
        for (int i = 0; i < b; i += STRIP) {
            int height = Math.min(STRIP, b - i);
            Gemm.multiply(true, false, height, b - i, rows, 1, v, i, ld, v, i, ld, 0, gram, i * BLOCK + i, BLOCK);
        }
        invert(0, b, tau, tauOffset, t, tOffset);
    }

    private void invert(int from, int b, float[] tau, int tauOffset, float[] t, int tOffset) {
        if (b <= SMALL) {
            substitute(from, b, tau, tauOffset, t, tOffset);
            return;
        }
        int left = Math.ceilDiv(b, 2);
        int right = b - left;
        int middle = from + left;
        invert(from, left, tau, tauOffset, t, tOffset);
        invert(middle, right, tau, tauOffset, t, tOffset);
        int s = from * BLOCK + middle;
        int t2 = tOffset + middle * BLOCK + middle;
        Gemm.multiply(false, false, left, right, right, 1, gram, s, BLOCK, t, t2, BLOCK, 0, half, 0, right);
        int t1 = tOffset + from * BLOCK + from;
        Gemm.multiply(false, false, left, right, left, -1, t, t1, BLOCK, half, 0, right, 0, t, tOffset + s, BLOCK);
    }

    /** {@code T[0..j-1][j] = -tau_j T[0..j-1][0..j-1] (V'V)[0..j-1][j]}, one column after the other. */
    private void substitute(int from, int b, float[] tau, int tauOffset, float[] t, int tOffset) {
        for (int j = from; j < from + b; j++) {
            for (int i = from; i < j; i++) {
                float sum = 0;
                for (int k = i; k < j; k++) {
                    sum = Math.fma(t[tOffset + i * BLOCK + k], gram[k * BLOCK + j], sum);
                }
                t[tOffset + i * BLOCK + j] = -tau[tauOffset + j] * sum;
            }
            t[tOffset + j * BLOCK + j] = tau[tauOffset + j];
        }
    }

    /**
     * {@code C = H_b ... H_2 H_1 C = (I - V T' V') C}: a step of a factorisation.
     *
     * @param rows rows of V and C
     * @param columns columns of C, 0 or more
     */
    void applyTransposed(int rows, int b, float[] t, int tOffset, int columns, float[] c, int cOffset, int ldc) {
        Gemm.multiply(true, false, b, columns, rows, 1, v, 0, ld, c, cOffset, ldc, 0, x, 0, columns);
        Gemm.multiply(true, false, b, columns, b, 1, t, tOffset, BLOCK, x, 0, columns, 0, y, 0, columns);
        Gemm.multiply(false, false, rows, columns, b, -1, v, 0, ld, y, 0, columns, 1, c, cOffset, ldc);
    }

    /**
     * {@code C = H_1 H_2 ... H_b diag(D, C)}, where C's first b rows and columns give way to the diagonal D: a step of
     * forming a product of reflectors from its last block to its first, LAPACK's order in {@code SORGQR}, in which no product
     * is made with the zeros of the identity.
     *
     * @param rows rows of V and C
     * @param d b signs, +1 or -1
     * @param columns columns of C, at least b; on entry only those from b on are read, in rows from b on
     */
    void prepend(
            int rows,
            int b,
            float[] t,
            int tOffset,
            float[] d,
            int dOffset,
            int columns,
            float[] c,
            int cOffset,
            int ldc) {
        // V' diag(D, C) = (V1' D, V2' C).
        for (int i = 0; i < b; i++) {
            for (int j = 0; j < b; j++) {
                x[i * columns + j] = v[j * ld + i] * d[dOffset + j];
            }
        }
        int right = columns - b;
        int below = rows - b;
        if (right > 0) {
            int c2 = cOffset + b * ldc + b;
            Gemm.multiply(true, false, b, right, below, 1, v, b * ld, ld, c, c2, ldc, 0, x, b, columns);
        }
        Gemm.multiply(false, false, b, columns, b, 1, t, tOffset, BLOCK, x, 0, columns, 0, y, 0, columns);
        for (int i = 0; i < rows; i++) {
            int row = cOffset + i * ldc;
            Arrays.fill(c, row, row + (i < b ? columns : b), 0);
            if (i < b) {
                c[row + i] = d[dOffset + i];
            }
        }
        Gemm.multiply(false, false, rows, columns, b, -1, v, 0, ld, y, 0, columns, 1, c, cOffset, ldc);
    }
}
