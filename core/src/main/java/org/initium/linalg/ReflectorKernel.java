// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

/**
 * The inner loops of factorisations by reflectors: the contract between {@link HouseholderPanel} and {@link ReflectorBlock}
 * and their kernels.
 *
 * <p>A panel P is contiguous, {@link #FLOATS} or {@link #DOUBLES} elements to a row whether or not all are in use. Sums run
 * down the rows and vectors across the columns, so results are equal to the bit at every width.
 */
interface ReflectorKernel {
    /** Columns of a panel in single precision. */
    int FLOATS = CompactWy.BLOCK;

    /** Columns of a panel in double precision: four vectors of AVX-512; 1,024 rows take 256 KiB, half an L2 cache or less. */
    int DOUBLES = 32;

    /**
     * Applies one reflector to a panel and takes the sums that the next one needs, in one pass, as the panel is larger than
     * the L1 cache. For rows i from 0 to {@code rows - 1} in this order, and for each column c from a multiple of the
     * kernel's choice, at most {@code from}:
     *
     * <pre>
     *   p[i][c] = fma(v[i], w[c], p[i][c])
     *   g[c] = fma(x[i], p[i][c], g[c])
     * </pre>
     *
     * @param from the first column that is wanted; w is 0 in those before that should stay as they are
     * @param v a factor for each row, {@code v[vOffset ..]}
     * @param w a factor for each column
     * @param x another factor for each row, {@code x[xOffset ..]}
     * @param p the panel, its first row at {@code p[pOffset]}
     * @param g the sums
     */
    void sweep(
            int rows,
            int from,
            float[] v,
            int vOffset,
            float[] w,
            float[] x,
            int xOffset,
            float[] p,
            int pOffset,
            float[] g);

    /** The same in double precision, for all columns. */
    void sweep(
            int rows,
            double[] v,
            int vOffset,
            double[] w,
            double[] x,
            int xOffset,
            double[] p,
            int pOffset,
            double[] g);

    /** {@code g[c] = fma(x[i], p[i][c], g[c])} for rows i in ascending order and all columns. */
    void sum(int rows, double[] x, int xOffset, double[] p, int pOffset, double[] g);
}
