// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

import java.util.function.IntConsumer;

/**
 * One step of {@link BlockedProduct}'s outer loops: a block of op(B) and all rows of op(A) that meet it, in pieces for
 * {@link org.initium.Parallel}.
 */
final class GemmBlock implements IntConsumer {
    /** How the kernel finds op(A). */
    enum Access {
        /** Rows where they lie, with the kernel for rows. */
        ROWS,
        /** Panels where they lie: A is transposed. */
        PANELS,
        /** Panels in a buffer of the thread. */
        PACKED,
        /** Each element once: k is 1. */
        OUTER
    }

    private final GemmKernels kernels;
    private final ThreadLocal<Panels> panels;
    private final ThreadLocal<float[]> edge;

    /** The block of op(B). */
    final Panels b;

    /** The product: sizes, factors and where op(A) and C lie. Element (i, p) of op(A) is a[aStart + i rowStride + p depthStride]. */
    int rows;

    int columns;
    int depth;
    float alpha;
    float beta;
    Access access;
    float[] a;
    int aStart;
    int rowStride;
    int depthStride;
    float[] c;
    int cStart;
    int ldc;

    /** A piece of work: its rows and columns. */
    private int pieceRows;

    private int pieceColumns;

    GemmBlock(GemmKernels kernels, ThreadLocal<Panels> panels, ThreadLocal<float[]> edge) {
        this.kernels = kernels;
        this.panels = panels;
        this.edge = edge;
        this.b = new Panels(kernels.copy(), kernels.columns());
    }

    /** Cuts the block into pieces: of {@code mc} rows for one thread, smaller ones for several. */
    void cut(Blocking blocking, boolean parallel) {
        GemmKernel kernel = access == Access.ROWS ? kernels.rows() : kernels.panel();
        pieceRows = parallel ? blocking.pieceRows(rows, kernel.rows()) : blocking.mc();
        pieceColumns =
                parallel ? blocking.pieceColumns(Math.ceilDiv(rows, pieceRows), columns, kernel.columns()) : columns;
    }

    /** Number of pieces of work. */
    int pieces() {
        return Math.ceilDiv(rows, pieceRows) * Math.ceilDiv(columns, pieceColumns);
    }

    /** Computes a piece: they are counted down the rows of C first. */
    @Override
    public void accept(int piece) {
        int down = Math.ceilDiv(rows, pieceRows);
        int i = piece % down * pieceRows;
        int j = piece / down * pieceColumns;
        int toRow = Math.min(rows, i + pieceRows);
        int toColumn = Math.min(columns, j + pieceColumns);
        if (access == Access.OUTER) {
            int at = cStart + i * ldc + j;
            kernels.outer()
                    .multiply(
                            toRow - i,
                            toColumn - j,
                            alpha,
                            a,
                            aStart + i * rowStride,
                            rowStride,
                            b.array(j),
                            b.offset(j),
                            beta,
                            c,
                            at,
                            ldc);
            return;
        }
        if (access == Access.ROWS) {
            overRows(kernels.rows(), i, toRow, j, toColumn);
            return;
        }
        Panels own = panels.get();
        if (access == Access.PANELS) {
            own.inPlace(a, aStart + i * rowStride, depthStride, toRow - i, depth);
        } else {
            own.pack(a, aStart + i * rowStride, rowStride, depthStride, toRow - i, depth);
        }
        overPanels(kernels.panel(), own, i, toRow, j, toColumn);
        own.release();
    }

    private void overRows(GemmKernel kernel, int fromRow, int toRow, int fromColumn, int toColumn) {
        for (int j = fromColumn; j < toColumn; j += kernel.columns()) {
            int whole = columns - j < kernel.columns() ? fromRow : toRow - (toRow - fromRow) % kernel.rows();
            strip(kernel, a, aStart + fromRow * rowStride, kernel.rows() * rowStride, rowStride, fromRow, whole, j);
            for (int i = whole; i < toRow; i += kernel.rows()) {
                edge(kernel, Math.min(kernel.rows(), toRow - i), a, aStart + i * rowStride, rowStride, i, j);
            }
        }
    }

    private void overPanels(GemmKernel kernel, Panels own, int fromRow, int toRow, int fromColumn, int toColumn) {
        for (int j = fromColumn; j < toColumn; j += kernel.columns()) {
            int whole = columns - j < kernel.columns() ? fromRow : toRow - (toRow - fromRow) % kernel.rows();
            if (fromRow < whole) {
                strip(kernel, own.array(0), own.offset(0), own.step(kernel.rows()), own.stride(0), fromRow, whole, j);
            }
            for (int i = whole; i < toRow; i += kernel.rows()) {
                int line = i - fromRow;
                int height = Math.min(kernel.rows(), toRow - i);
                edge(kernel, height, own.array(line), own.offset(line), own.stride(line), i, j);
            }
        }
    }

    /** Whole tiles, one below the other; from one to the next A goes on by {@code step}. */
    private void strip(
            GemmKernel kernel, float[] from, int offset, int step, int stride, int fromRow, int toRow, int j) {
        float[] y = b.array(j);
        int yOffset = b.offset(j);
        int yStride = b.stride(j);
        int at = cStart + fromRow * ldc + j;
        for (int i = fromRow; i < toRow; i += kernel.rows()) {
            kernel.tile(depth, kernel.rows(), from, offset, stride, y, yOffset, yStride, alpha, beta, c, at, ldc);
            offset += step;
            at += kernel.rows() * ldc;
        }
    }

    /** A tile that reaches over the edge of C. */
    private void edge(GemmKernel kernel, int height, float[] from, int offset, int stride, int i, int j) {
        float[] sums = edge.get();
        int ld = kernel.columns();
        kernel.tile(depth, height, from, offset, stride, b.array(j), b.offset(j), b.stride(j), 1, 0, sums, 0, ld);
        int width = Math.min(ld, columns - j);
        kernels.copy().merge(sums, ld, height, width, alpha, beta, c, cStart + i * ldc + j, ldc);
    }

    /** Forgets the caller's arrays, which this object would otherwise keep alive. */
    void release() {
        a = null;
        c = null;
        b.release();
    }
}
