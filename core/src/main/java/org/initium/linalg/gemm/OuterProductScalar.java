// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

/** {@link OuterProduct} element by element. */
final class OuterProductScalar implements OuterProduct {
    @Override
    public void multiply(
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
            int ldc) {
        for (int i = 0; i < rows; i++) {
            float x = a[aOffset + i * aStride];
            for (int j = 0; j < columns; j++) {
                GemmKernel.update(alpha, Math.fma(x, b[bOffset + j], 0), beta, c, cOffset + i * ldc + j);
            }
        }
    }
}
