// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import org.initium.Parallel;

/**
 * The five loops around a register tile of {@link Gemm}'s product, for any kernel.
 *
 * <p>K. Goto and R. A. van de Geijn (2008), "Anatomy of High-Performance Matrix Multiplication", ACM TOMS 34(3), section 4:
 * a block of op(B) and one of op(A) are packed into the order in which the kernel reads them.
 */
final class BlockedProduct {
    /** Multiplications below which a second thread costs more than it brings: some 0.1 ms of work. */
    private static final long PARALLEL_FROM = 1L << 22;

    private final GemmKernel kernel;
    private final Blocking blocking;
    private final ThreadLocal<Packing> packing;

    BlockedProduct(GemmKernel kernel) {
        this.kernel = kernel;
        this.blocking = Blocking.of(kernel);
        this.packing = ThreadLocal.withInitial(() -> new Packing(kernel));
    }

    /** {@code C = alpha * op(A) * op(B) + beta * C}, see {@link Gemm#multiply}; m, n and k are at least 1. */
    void multiply(
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
        boolean parallel = Parallel.threads() > 1 && (long) m * n * k >= PARALLEL_FROM;
        Packing shared = packing.get();
        for (int j = 0; j < n; j += blocking.nc()) {
            int columns = Math.min(blocking.nc(), n - j);
            for (int p = 0; p < k; p += blocking.kc()) {
                int depth = Math.min(blocking.kc(), k - p);
                float keep = p == 0 ? beta : 1;
                int bStart = bOffset + (transposeB ? j * ldb + p : p * ldb + j);
                shared.packB(b, bStart, transposeB ? ldb : 1, transposeB ? 1 : ldb, columns, depth);
                int aStart = aOffset + (transposeA ? p * lda : p);
                int rowStride = transposeA ? 1 : lda;
                int depthStride = transposeA ? lda : 1;
                int cStart = cOffset + j;
                int blocks = (m + blocking.mc() - 1) / blocking.mc();
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
    private void rows(
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
        int i = block * blocking.mc();
        int rows = Math.min(blocking.mc(), m - i);
        Packing own = packing.get();
        own.packA(a, aStart + i * rowStride, rowStride, depthStride, rows, depth);
        int mr = kernel.rows();
        int nr = kernel.columns();
        for (int jr = 0; jr < columns; jr += nr) {
            for (int ir = 0; ir < rows; ir += mr) {
                int at = cStart + (i + ir) * ldc + jr;
                int height = Math.min(mr, rows - ir);
                int width = Math.min(nr, columns - jr);
                if (height == mr && width == nr) {
                    kernel.tile(depth, own.a(), ir * depth, shared.b(), jr * depth, alpha, beta, c, at, ldc);
                } else {
                    kernel.tile(depth, own.a(), ir * depth, shared.b(), jr * depth, 1, 0, own.edge(), 0, nr);
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
}
