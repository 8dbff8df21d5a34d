// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import java.util.function.IntConsumer;
import org.initium.Parallel;

/**
 * The five loops around a register tile of {@link Gemm}'s product, for any kernel.
 *
 * <p>K. Goto and R. A. van de Geijn (2008), "Anatomy of High-Performance Matrix Multiplication", ACM TOMS 34(3), section 4:
 * a block of op(B) and one of op(A) are packed into the order in which the kernel reads them. The blocks of rows of op(A)
 * are the pieces of work for several threads; they share the packed block of op(B).
 */
final class BlockedProduct {
    /** Multiplications below which a second thread costs more than it brings: 0.1 ms of work at 150 GFLOP/s. */
    private static final long PARALLEL_FROM = 1L << 23;

    private final GemmKernel kernel;
    private final Blocking blocking;
    private final ThreadLocal<Packing> packing;
    private final ThreadLocal<Block> block = ThreadLocal.withInitial(Block::new);

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
        boolean parallel = (long) m * n * k >= PARALLEL_FROM;
        int pieces = Math.ceilDiv(m, blocking.mc());
        Block call = block.get();
        call.rows = m;
        call.alpha = alpha;
        call.a = a;
        call.rowStride = transposeA ? 1 : lda;
        call.depthStride = transposeA ? lda : 1;
        call.c = c;
        call.ldc = ldc;
        for (int panel = 0; panel < Math.ceilDiv(n, blocking.nc()); panel++) {
            int j = panel * blocking.nc();
            call.columns = Math.min(blocking.nc(), n - j);
            call.cStart = cOffset + j;
            for (int layer = 0; layer < Math.ceilDiv(k, blocking.kc()); layer++) {
                int p = layer * blocking.kc();
                call.depth = Math.min(blocking.kc(), k - p);
                call.beta = p == 0 ? beta : 1;
                call.aStart = aOffset + p * call.depthStride;
                int columnStride = transposeB ? ldb : 1;
                int depthStride = transposeB ? 1 : ldb;
                call.packedB = packing.get()
                        .packB(
                                b,
                                bOffset + j * columnStride + p * depthStride,
                                columnStride,
                                depthStride,
                                call.columns,
                                call.depth);
                if (parallel) {
                    Parallel.forEach(pieces, call);
                } else {
                    for (int piece = 0; piece < pieces; piece++) {
                        call.accept(piece);
                    }
                }
            }
        }
        call.release();
    }

    /** One step of the outer loops: a block of op(B), already packed, and the rows of op(A) that meet it. */
    private final class Block implements IntConsumer {
        private int rows;
        private int columns;
        private int depth;
        private float alpha;
        private float[] a;
        private int aStart;
        private int rowStride;
        private int depthStride;
        private float[] packedB;
        private float beta;
        private float[] c;
        private int cStart;
        private int ldc;

        /** Packs the rows number {@code mc * piece ..} of op(A) and runs the kernel over their tiles. */
        @Override
        public void accept(int piece) {
            int first = piece * blocking.mc();
            int count = Math.min(blocking.mc(), rows - first);
            Packing own = packing.get();
            float[] packedA = own.packA(a, aStart + first * rowStride, rowStride, depthStride, count, depth);
            int mr = kernel.rows();
            int nr = kernel.columns();
            for (int j = 0; j < columns; j += nr) {
                int width = Math.min(nr, columns - j);
                for (int i = 0; i < count; i += mr) {
                    int height = Math.min(mr, count - i);
                    int at = cStart + (first + i) * ldc + j;
                    if (height == mr && width == nr) {
                        kernel.tile(depth, packedA, i * depth, packedB, j * depth, alpha, beta, c, at, ldc);
                    } else {
                        float[] edge = own.edge();
                        kernel.tile(depth, packedA, i * depth, packedB, j * depth, 1, 0, edge, 0, nr);
                        merge(edge, nr, height, width, at);
                    }
                }
            }
        }

        /** Adds an edge tile's valid part to C, with the roundings of {@link GemmKernel}. */
        private void merge(float[] tile, int ldTile, int height, int width, int start) {
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    float sum = tile[i * ldTile + j];
                    int at = start + i * ldc + j;
                    c[at] = beta == 0 ? alpha * sum : Math.fma(alpha, sum, beta * c[at]);
                }
            }
        }

        /** Forgets the caller's arrays, which this thread's block would otherwise keep alive. */
        void release() {
            a = null;
            c = null;
            packedB = null;
        }
    }
}
