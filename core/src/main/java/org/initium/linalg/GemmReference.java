// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import org.initium.linalg.gemm.Blocking;

/**
 * The matrix product in double precision, with the bound that a single-precision one must keep.
 *
 * <p>Products of two floats are exact in double, so for sums shorter than 2^20 the error of {@link #product} is below
 * 2^-32 of {@link #magnitude}: nothing beside a float's.
 */
public final class GemmReference {
    /** Unit roundoff of a float. */
    private static final double U = 0x1p-24;

    private final double[] product;
    private final double[] magnitude;
    private final int n;
    private final int roundings;

    /**
     * Computes {@code op(A) op(B)} of {@link Gemm#multiply}'s arguments, and {@code op(|A|) op(|B|)}.
     *
     * @throws IllegalArgumentException as {@link Gemm#multiply} does, or if the product does not fit one array
     */
    public GemmReference(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb) {
        Gemm.requireMatrix("A", transposeA ? k : m, transposeA ? m : k, a, aOffset, lda);
        Gemm.requireMatrix("B", transposeB ? n : k, transposeB ? k : n, b, bOffset, ldb);
        if ((long) m * n > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a product of " + m + " x " + n + " does not fit one array");
        }
        this.n = n;
        roundings = Math.min(k, Blocking.DEPTH) + Math.ceilDiv(k, Blocking.DEPTH);
        product = new double[m * n];
        magnitude = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int p = 0; p < k; p++) {
                    double x = a[aOffset + (transposeA ? p * lda + i : i * lda + p)];
                    double y = b[bOffset + (transposeB ? j * ldb + p : p * ldb + j)];
                    product[i * n + j] += x * y;
                    magnitude[i * n + j] += Math.abs(x * y);
                }
            }
        }
    }

    /** Element (i, j) of op(A) op(B). */
    public double product(int i, int j) {
        return product[i * n + j];
    }

    /**
     * Largest error of {@link Gemm}'s element (i, j): a product goes through at most one rounding for each product of its
     * block, one for alpha and one for each further block (see {@link org.initium.linalg.gemm.GemmKernel}).
     */
    public double bound(int i, int j) {
        return bound(i, j, roundings);
    }

    /**
     * Largest error of element (i, j) when no product goes through more than {@code roundings} roundings to single precision:
     * {@code gamma_r sum |a||b|} with {@code gamma_r = r u / (1 - r u)}, N. J. Higham (2002), Accuracy and Stability of
     * Numerical Algorithms, 2nd edition, section 3.1.
     */
    public double bound(int i, int j, int roundings) {
        return gamma(roundings) * magnitude[i * n + j];
    }

    /** Largest relative error of {@code roundings} roundings to single precision, one after the other. */
    public static double gamma(int roundings) {
        return roundings * U / (1 - roundings * U);
    }
}
