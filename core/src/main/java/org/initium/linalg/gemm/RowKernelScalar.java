// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

/** {@link GemmKernel} over rows of A without vectors. */
final class RowKernelScalar implements GemmKernel {
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
        int row1 = aOffset + Math.min(1, height - 1) * aStride;
        int row2 = aOffset + Math.min(2, height - 1) * aStride;
        int row3 = aOffset + Math.min(3, height - 1) * aStride;
        for (int j = 0; j < COLUMNS; j++) {
            float sum0 = 0;
            float sum1 = 0;
            float sum2 = 0;
            float sum3 = 0;
            for (int p = 0; p < depth; p++) {
                float y = b[bOffset + p * bStride + j];
                sum0 = Math.fma(a[aOffset + p], y, sum0);
                sum1 = Math.fma(a[row1 + p], y, sum1);
                sum2 = Math.fma(a[row2 + p], y, sum2);
                sum3 = Math.fma(a[row3 + p], y, sum3);
            }
            GemmKernel.update(alpha, sum0, beta, c, cOffset + j);
            GemmKernel.update(alpha, sum1, beta, c, cOffset + ldc + j);
            GemmKernel.update(alpha, sum2, beta, c, cOffset + 2 * ldc + j);
            GemmKernel.update(alpha, sum3, beta, c, cOffset + 3 * ldc + j);
        }
    }
}
