// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import java.util.Arrays;
import org.initium.Parallel;
import org.initium.simd.Simd;

/**
 * Matrix product of row-major single-precision matrices: BLAS's SGEMM.
 *
 * <p>The five loops around a register tile of K. Goto and R. A. van de Geijn (2008), "Anatomy of High-Performance Matrix
 * Multiplication", ACM TOMS 34(3), section 4: a block of op(B) and one of op(A) are packed into the order in which
 * {@link GemmKernel} reads them, {@link Blocking} holds the sizes. Each element of C is the same sequence of roundings
 * whatever the vector width, the tile or the number of threads (see {@link GemmKernel}).
 */
public final class Gemm {
    private static final GemmKernel KERNEL = Simd.SCALAR ? new GemmKernelScalar() : new GemmKernelVector();
    private static final Blocking BLOCKING = Blocking.of(KERNEL);

    /** Multiplications below which a second thread costs more than it brings: some 0.1 ms of work. */
    private static final long PARALLEL_FROM = 1L << 22;

    private static final ThreadLocal<Packing> PACKING = ThreadLocal.withInitial(() -> new Packing(KERNEL));

    private Gemm() {}

    /**
     * {@code C = alpha * op(A) * op(B) + beta * C}, where op(A) is A or, transposed, A'.
     *
     * <p>op(A) is (m, k), op(B) is (k, n), C is (m, n). Element (i, j) of a matrix X lies at
     * {@code x[xOffset + i * ldx + j]}. With {@code beta == 0} C is only written, so it may hold NaN before. C must not
     * overlap A or B. Nothing is allocated once a thread has made its first product; products of some
     * 4 million multiplications and more use {@link Parallel}.
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
        boolean parallel = Parallel.threads() > 1 && (long) m * n * k >= PARALLEL_FROM;
        Packing shared = PACKING.get();
        for (int j = 0; j < n; j += BLOCKING.nc()) {
            int columns = Math.min(BLOCKING.nc(), n - j);
            for (int p = 0; p < k; p += BLOCKING.kc()) {
                int depth = Math.min(BLOCKING.kc(), k - p);
                float keep = p == 0 ? beta : 1;
                int bStart = bOffset + (transposeB ? j * ldb + p : p * ldb + j);
                shared.packB(b, bStart, transposeB ? ldb : 1, transposeB ? 1 : ldb, columns, depth);
                int aStart = aOffset + (transposeA ? p * lda : p);
                int rowStride = transposeA ? 1 : lda;
                int depthStride = transposeA ? lda : 1;
                int cStart = cOffset + j;
                int blocks = (m + BLOCKING.mc() - 1) / BLOCKING.mc();
                if (parallel && blocks > 1) {
                    Parallel.forEach(
                            blocks,
                            block -> rows(
                                    block,
                                    m,
                                    columns,
                                    depth,
                                    alpha,
                                    a,
                                    aStart,
                                    rowStride,
                                    depthStride,
                                    shared,
                                    keep,
                                    c,
                                    cStart,
                                    ldc));
                } else {
                    for (int block = 0; block < blocks; block++) {
                        rows(
                                block,
                                m,
                                columns,
                                depth,
                                alpha,
                                a,
                                aStart,
                                rowStride,
                                depthStride,
                                shared,
                                keep,
                                c,
                                cStart,
                                ldc);
                    }
                }
            }
        }
    }

    /** The block of rows number {@code block}: packs op(A)'s part of it and runs the kernel over its tiles. */
    private static void rows(
            int block,
            int m,
            int columns,
            int depth,
            float alpha,
            float[] a,
            int aStart,
            int rowStride,
            int depthStride,
            Packing shared,
            float beta,
            float[] c,
            int cStart,
            int ldc) {
        int i = block * BLOCKING.mc();
        int rows = Math.min(BLOCKING.mc(), m - i);
        Packing own = PACKING.get();
        own.packA(a, aStart + i * rowStride, rowStride, depthStride, rows, depth);
        int mr = KERNEL.rows();
        int nr = KERNEL.columns();
        for (int jr = 0; jr < columns; jr += nr) {
            for (int ir = 0; ir < rows; ir += mr) {
                int at = cStart + (i + ir) * ldc + jr;
                int height = Math.min(mr, rows - ir);
                int width = Math.min(nr, columns - jr);
                if (height == mr && width == nr) {
                    KERNEL.tile(depth, own.a(), ir * depth, shared.b(), jr * depth, alpha, beta, c, at, ldc);
                } else {
                    KERNEL.tile(depth, own.a(), ir * depth, shared.b(), jr * depth, 1, 0, own.edge(), 0, nr);
                    merge(height, width, alpha, own.edge(), nr, beta, c, at, ldc);
                }
            }
        }
    }

    /** Adds an edge tile's valid part to C, with the roundings of {@link GemmKernel}. */
    private static void merge(
            int height, int width, float alpha, float[] tile, int ldTile, float beta, float[] c, int cOffset, int ldc) {
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                float sum = tile[i * ldTile + j];
                int at = cOffset + i * ldc + j;
                c[at] = beta == 0 ? alpha * sum : Math.fma(alpha, sum, beta * c[at]);
            }
        }
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

    private static void requireMatrix(String name, int rows, int columns, float[] data, int offset, int ld) {
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
