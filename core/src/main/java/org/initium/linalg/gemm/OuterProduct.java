// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

/**
 * Products with k = 1, where no sum is long enough for a tile: a column times a row, the gradient of a layer at batch size 1.
 *
 * <p>The roundings are {@link GemmKernel}'s. It also keeps C2 from compiling those kernels for loops that end after one
 * turn: with that profile it keeps sums in the stack frame, and every later product runs at less than half the speed.
 */
public interface OuterProduct {
    /**
     * {@code C = alpha * a * b + beta * C}, C (rows, columns).
     *
     * @param aStride distance between the elements of the column; those of the row b are neighbours
     */
    void multiply(
            int rows,
            int columns,
            float alpha,
            float[] a,
            int aOffset,
            int aStride,
            float[] b,
            int bOffset,
            float beta,
            float[] c,
            int cOffset,
            int ldc);
}
