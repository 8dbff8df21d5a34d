// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

import org.initium.Parallel;

/**
 * The five loops around a register tile of {@link org.initium.linalg.Gemm}'s product, for any kernel.
 *
 * <p>K. Goto and R. A. van de Geijn (2008), "Anatomy of High-Performance Matrix Multiplication", ACM TOMS 34(3), section 4:
 * a block of op(B) and one of op(A) are packed into the order in which the kernel reads them, unless {@link Blocking} says that
 * packing would cost more than it saves. Several threads share the block of op(B).
 */
public final class BlockedProduct {
    /** Multiplications below which a second thread costs more than it brings: 0.1 ms of work at 150 GFLOP/s. */
    private static final long PARALLEL_FROM = 1L << 23;

    private final Blocking blocking;
    private final ThreadLocal<GemmBlock> block;

    /** Products by these kernels. */
    public BlockedProduct(GemmKernels kernels) {
        this.blocking = Blocking.of(kernels);
        ThreadLocal<Panels> panels = ThreadLocal.withInitial(
                () -> new Panels(kernels.copy(), kernels.panel().rows()));
        ThreadLocal<float[]> edge =
                ThreadLocal.withInitial(() -> new float[kernels.panel().rows() * kernels.columns()]);
        this.block = ThreadLocal.withInitial(() -> new GemmBlock(kernels, panels, edge));
    }

    /** {@code C = alpha * op(A) * op(B) + beta * C}, see {@link org.initium.linalg.Gemm#multiply}; m, n and k are at least 1. */
    public void multiply(
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
        GemmBlock call = block.get();
        call.rows = m;
        call.alpha = alpha;
        call.a = a;
        call.rowStride = transposeA ? 1 : lda;
        call.depthStride = transposeA ? lda : 1;
        call.access = access(transposeA, m, n);
        call.c = c;
        call.ldc = ldc;
        boolean inPlace = !transposeB && Blocking.leavesColumns(m, n, k);
        int depth = Blocking.depth(k);
        int columnStride = transposeB ? ldb : 1;
        int depthStride = transposeB ? 1 : ldb;
        for (int panel = 0; panel < Math.ceilDiv(n, blocking.nc()); panel++) {
            int j = panel * blocking.nc();
            call.columns = Math.min(blocking.nc(), n - j);
            call.cStart = cOffset + j;
            call.cut(blocking, parallel);
            for (int p = 0; p < k; p += call.depth) {
                call.depth = Math.min(depth, k - p);
                call.beta = p == 0 ? beta : 1;
                call.aStart = aOffset + p * call.depthStride;
                int start = bOffset + j * columnStride + p * depthStride;
                if (inPlace) {
                    call.b.inPlace(b, start, depthStride, call.columns, call.depth);
                } else {
                    call.b.pack(b, start, columnStride, depthStride, call.columns, call.depth);
                }
                if (parallel) {
                    Parallel.forEach(call.pieces(), call);
                } else {
                    for (int piece = 0; piece < call.pieces(); piece++) {
                        call.accept(piece);
                    }
                }
            }
        }
        call.release();
    }

    private static GemmBlock.Access access(boolean transposeA, int m, int n) {
        if (transposeA) {
            return Blocking.leavesPanels(n) ? GemmBlock.Access.PANELS : GemmBlock.Access.PACKED;
        }
        return Blocking.leavesRows(m, n) ? GemmBlock.Access.ROWS : GemmBlock.Access.PACKED;
    }
}
