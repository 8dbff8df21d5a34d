// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

/** {@link GemmKernel} over a panel of A without vectors: four rows at a time, so that a value of B is loaded once for four sums. */
final class PanelKernelScalar implements GemmKernel {
    private static final int ROWS = 4;
    private static final int COLUMNS = 4;

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public void tile(
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
            int ldc) {
        assert depth > 0 && height > 0 && height <= ROWS;
        for (int j = 0; j < COLUMNS; j++) {
            float sum0 = 0;
            float sum1 = 0;
            float sum2 = 0;
            float sum3 = 0;
            for (int p = 0; p < depth; p++) {
                float y = b[bOffset + p * bStride + j];
                int at = aOffset + p * aStride;
                sum0 = Math.fma(a[at], y, sum0);
                sum1 = Math.fma(a[at + 1], y, sum1);
                sum2 = Math.fma(a[at + 2], y, sum2);
                sum3 = Math.fma(a[at + 3], y, sum3);
            }
            GemmKernel.update(alpha, sum0, beta, c, cOffset + j);
            GemmKernel.update(alpha, sum1, beta, c, cOffset + ldc + j);
            GemmKernel.update(alpha, sum2, beta, c, cOffset + 2 * ldc + j);
            GemmKernel.update(alpha, sum3, beta, c, cOffset + 3 * ldc + j);
        }
    }
}
