// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

/**
 * What moves between the caller's matrices and a thread's buffers: panels of an operand on their way in, edge tiles on
 * their way out.
 *
 * <p>A panel holds {@code width} lines (rows of op(A) or columns of op(B)), {@code depth} long:
 *
 * <pre>
 *   out[to + p * width + l] = line l at depth p        l = 0 .. lines - 1, p = 0 .. depth - 1
 * </pre>
 *
 * <p>With fewer lines than {@code width} the rest of the panel holds anything. A copy may also write up to {@link #SLACK}
 * elements past the panel, so panels are packed in ascending order into a buffer that is so much longer.
 */
public interface GemmCopy {
    /** Elements behind a panel that packing it may overwrite. */
    int SLACK = 8;

    /** Packs a panel of neighbouring lines: line l at depth p is {@code source[at + p * depthStride + l]}. */
    void neighbours(float[] source, int at, int depthStride, int lines, int depth, float[] out, int to, int width);

    /** Packs a panel of lines that run along memory: line l at depth p is {@code source[at + l * lineStride + p]}. */
    void transposed(float[] source, int at, int lineStride, int lines, int depth, float[] out, int to, int width);

    /**
     * Brings the part of a tile that lies inside C there, with steps 2 and 3 of {@link GemmKernel}.
     *
     * @param sums the tile's sums, row i at {@code i * ld}
     */
    void merge(float[] sums, int ld, int height, int width, float alpha, float beta, float[] c, int cOffset, int ldc);
}
