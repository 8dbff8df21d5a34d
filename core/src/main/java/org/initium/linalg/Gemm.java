// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

/** Matrix product of row-major single-precision matrices. */
public final class Gemm {
    private Gemm() {}

    /** {@code C = alpha * op(A) * op(B) + beta * C}. STUB, replaced. */
    public static void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            float alpha,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float beta,
            float[] c,
            int cOffset,
            int ldc) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = 0;
                for (int p = 0; p < k; p++) {
                    float x = transposeA ? a[aOffset + p * lda + i] : a[aOffset + i * lda + p];
                    float y = transposeB ? b[bOffset + j * ldb + p] : b[bOffset + p * ldb + j];
                    sum = Math.fma(x, y, sum);
                }
                float old = beta == 0 ? 0 : beta * c[cOffset + i * ldc + j];
                c[cOffset + i * ldc + j] = Math.fma(alpha, sum, old);
            }
        }
    }
}
