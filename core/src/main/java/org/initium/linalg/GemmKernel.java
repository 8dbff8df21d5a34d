// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

/**
 * One register tile of the product: the contract between {@link Gemm} and its kernels.
 *
 * <p>A tile is {@code rows()} x {@code columns()} elements of C, mr x nr for short. The operands come packed, so that the
 * kernel reads both forwards:
 *
 * <pre>
 *   A panel, mr rows               B panel, nr columns
 *   a[p * mr + i] = op(A)[i][p]    b[p * nr + j] = op(B)[p][j]        p = 0 .. depth - 1
 * </pre>
 *
 * <p>Panels are padded with zeros to full height and width; a kernel always computes a whole tile, and {@link BlockedProduct}
 * merges tiles that stick out over C's edge. Every element of the tile is this sequence of roundings, in every kernel:
 *
 * <ol>
 *   <li>{@code sum = 0}, then {@code sum = fma(a, b, sum)} for {@code p = 0, 1, ... depth - 1};
 *   <li>{@code c = alpha * sum} if {@code beta == 0}, and C is not read;
 *   <li>{@code c = fma(alpha, sum, beta * c)} otherwise.
 * </ol>
 *
 * <p>So vectors run across the columns, never along p, and results are equal to the bit at every width (but for the bits of a
 * NaN, which IEEE 754 leaves to the CPU). The depth of a
 * block, {@link Blocking#DEPTH}, is part of this definition too.
 */
interface GemmKernel {
    /** mr, the tile's height. */
    int rows();

    /** nr, the tile's width. */
    int columns();

    /**
     * Computes one tile.
     *
     * @param depth length of the sums, 1 or more
     * @param ldc distance between the tile's rows in C
     */
    void tile(
            int depth,
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            float alpha,
            float beta,
            float[] c,
            int cOffset,
            int ldc);
}
