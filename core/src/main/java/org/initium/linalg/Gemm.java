// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import java.util.Arrays;
import org.initium.linalg.gemm.BlockedProduct;
import org.initium.linalg.gemm.GemmKernels;
import org.initium.simd.Simd;

/**
 * Matrix product of row-major single-precision matrices: BLAS's SGEMM.
 *
 * <p>Each element of C is the same sequence of roundings whatever the vector width, the tile or the number of threads:
 * {@link org.initium.linalg.gemm.GemmKernel} defines it.
 */
public final class Gemm {
    private static final BlockedProduct PRODUCT =
            new BlockedProduct(Simd.SCALAR ? GemmKernels.scalar() : GemmKernels.vector());

    private Gemm() {}

    /**
     * {@code C = alpha * op(A) * op(B) + beta * C}, where op(A) is A or, transposed, A'.
     *
     * <p>op(A) is (m, k), op(B) is (k, n), C is (m, n). Element (i, j) of a matrix X lies at
     * {@code x[xOffset + i * ldx + j]}. With {@code beta == 0} C is only written, so it may hold NaN before. C must not
     * overlap A or B. Nothing is allocated once a thread has made a product as large; products of 8
     * million multiplications and more use {@link org.initium.Parallel}.
     *
     * @param transposeA whether A is stored as (k, m)
     * @param transposeB whether B is stored as (n, k)
     * @param m rows of C, 0 or more
     * @param n columns of C, 0 or more
     * @param k length of the sums, 0 or more
     * @param lda distance between the rows of A, at least their length
     * @param ldb distance between the rows of B, at least their length
     * @param ldc distance between the rows of C, at least n
     * @throws IllegalArgumentException if a size is negative, a leading dimension is too small, or a matrix does not fit its
     *     array; C is unchanged then
     */
    public static void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            float alpha,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float beta,
            float[] c,
            int cOffset,
            int ldc) {
        requireSize("m", m);
        requireSize("n", n);
        requireSize("k", k);
        requireMatrix("A", transposeA ? k : m, transposeA ? m : k, a, aOffset, lda);
        requireMatrix("B", transposeB ? n : k, transposeB ? k : n, b, bOffset, ldb);
        requireMatrix("C", m, n, c, cOffset, ldc);
        if (m == 0 || n == 0) {
            return;
        }
        if (k == 0 || alpha == 0) {
            scale(m, n, beta, c, cOffset, ldc);
            return;
        }
        PRODUCT.multiply(
                transposeA, transposeB, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
    }

    private static void scale(int m, int n, float beta, float[] c, int cOffset, int ldc) {
        for (int i = 0; i < m; i++) {
            int from = cOffset + i * ldc;
            if (beta == 0) {
                Arrays.fill(c, from, from + n, 0);
            } else {
                for (int j = from; j < from + n; j++) {
                    c[j] *= beta;
                }
            }
        }
    }

    private static void requireSize(String name, int size) {
        if (size < 0) {
            throw new IllegalArgumentException(name + " is " + size + ", expected 0 or more");
        }
    }

    static void requireMatrix(String name, int rows, int columns, float[] data, int offset, int ld) {
        if (ld < Math.max(1, columns)) {
            throw new IllegalArgumentException("the leading dimension of " + name + " is " + ld
                    + ", expected at least the length of its rows, " + Math.max(1, columns));
        }
        long end = rows == 0 || columns == 0 ? offset : offset + (rows - 1L) * ld + columns;
        if (offset < 0 || end > data.length) {
            throw new IllegalArgumentException(name + ", a matrix of " + rows + " x " + columns + " at offset " + offset
                    + " with leading dimension " + ld + ", does not fit its array of " + data.length + " elements");
        }
    }
}
