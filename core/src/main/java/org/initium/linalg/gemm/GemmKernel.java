// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

/**
 * One register tile of the product: the contract between {@link org.initium.linalg.Gemm} and its kernels.
 *
 * <p>A tile is {@code rows()} x {@code columns()} elements of C, mr x nr for short. Every element of it is this sequence of
 * roundings, in every kernel:
 *
 * <ol>
 *   <li>{@code sum = 0}, then {@code sum = fma(a, b, sum)} for {@code p = 0, 1, ... depth - 1};
 *   <li>{@code c = alpha * sum} if {@code beta == 0}, and C is not read;
 *   <li>{@code c = fma(alpha, sum, beta * c)} otherwise.
 * </ol>
 *
 * <p>So vectors run across the columns, never along p, and results are equal to the bit at every width (but for the bits of a
 * NaN, which IEEE 754 leaves to the CPU). The depth of a block, {@link Blocking#DEPTH}, is part of this definition too.
 *
 * <p>The columns of a row of op(B) are neighbours in memory. How op(A) lies is the kernel's kind:
 *
 * <pre>
 *   B, both kinds                 b[bOffset + p * bStride + j] = op(B)[p][j]       p = 0 .. depth - 1, j = 0 .. nr - 1
 *   A, {@code PanelKernel}            a[aOffset + p * aStride + i] = op(A)[i][p]       i = 0 .. mr - 1
 *   A, {@code RowKernel}              a[aOffset + i * aStride + p] = op(A)[i][p]       i = 0 .. height - 1
 * </pre>
 *
 * <p>A kernel always computes a whole tile; {@link GemmBlock} keeps what lies inside C. What a panel holds beyond C's
 * edge does not matter, as no element of a tile depends on another, but it must be there.
 */
public interface GemmKernel {
    /** mr, the tile's height. */
    int rows();

    /** nr, the tile's width. */
    int columns();

    /**
     * Computes one tile.
     *
     * @param depth length of the sums, 1 or more
     * @param height rows of the tile that count, 1 to {@code rows()}; the others hold no matter what
     * @param ldc distance between the tile's rows in C
     */
    void tile(
            int depth,
            int height,
            float[] a,
            int aOffset,
            int aStride,
            float[] b,
            int bOffset,
            int bStride,
            float alpha,
            float beta,
            float[] c,
            int cOffset,
            int ldc);

    /** Steps 2 and 3 of the sequence for one element. */
    static void update(float alpha, float sum, float beta, float[] c, int at) {
        c[at] = beta == 0 ? alpha * sum : Math.fma(alpha, sum, beta * c[at]);
    }
}
