// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

/**
 * The inner loop of a panel's factorisation: the contract between {@link Panel} and its kernels.
 *
 * <p>Two steps of Householder's algorithm in one pass over the panel, which is bound by memory: the reflector at hand is
 * applied, and the column that the next one will reduce is multiplied with all others.
 */
interface PanelKernel {
    /** Columns of a panel in memory, those not in use included. */
    int COLUMNS = CompactWy.BLOCK;

    /**
     * For each row i and each column c from a multiple of the kernel's choice, at most {@code from}, to {@link #COLUMNS}:
     *
     * <ol>
     *   <li>{@code p[i][c] = fma(v[i], w[c], p[i][c])};
     *   <li>{@code g[c] = fma(x[i], p[i][c], g[c])}, from {@code g[c] = 0} and for rows in ascending order.
     * </ol>
     *
     * Vectors run across the columns, so results are equal to the bit at every width.
     *
     * @param rows rows, 0 or more
     * @param from the first column that is wanted
     * @param v a factor for each row, from {@code first} on
     * @param w a factor for each column; 0 where a column before {@code from} should stay as it is
     * @param x another factor for each row, from {@code first} on
     * @param p the panel, {@link #COLUMNS} elements to a row
     * @param first number of the first row
     * @param g receives the sums
     */
    void sweep(int rows, int from, float[] v, float[] w, float[] x, float[] p, int first, float[] g);
}
