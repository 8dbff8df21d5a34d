// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import java.util.Arrays;
import org.initium.Slice;
import org.initium.linalg.gemm.BlockedProduct;
import org.initium.linalg.gemm.GemmKernels;
import org.initium.random.Key;
import org.initium.random.Samplers;

/** One product: its sizes, factors and layout, with operands in a sea of NaN. */
record Product(
        boolean transposeA, boolean transposeB, int m, int n, int k, float alpha, float beta, int pad, int offset) {
    int lda() {
        return Math.max(1, transposeA ? m : k) + pad;
    }

    int ldb() {
        return Math.max(1, transposeB ? k : n) + pad;
    }

    int ldc() {
        return Math.max(1, n) + pad;
    }

    float[] a() {
        return matrix(1, transposeA ? k : m, transposeA ? m : k, lda());
    }

    float[] b() {
        return matrix(2, transposeB ? n : k, transposeB ? k : n, ldb());
    }

    float[] c() {
        float[] c = matrix(3, m, n, ldc());
        if (beta == 0) {
            Arrays.fill(c, Float.NaN);
        }
        return c;
    }

    private float[] matrix(int role, int rows, int columns, int ld) {
        float[] values = new float[rows * columns];
        Samplers.of(Key.of(role)).normal(0, 1, Slice.all(values.length), values, 0);
        float[] matrix = new float[offset + rows * ld + 3];
        Arrays.fill(matrix, Float.NaN);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, i * columns, matrix, offset + i * ld, columns);
        }
        return matrix;
    }

    float[] multiply() {
        float[] c = c();
        Gemm.multiply(
                transposeA, transposeB, m, n, k, alpha, a(), offset, lda(), b(), offset, ldb(), beta, c, offset, ldc());
        return c;
    }

    float[] multiply(GemmKernels kernels) {
        float[] c = c();
        new BlockedProduct(kernels)
                .multiply(
                        transposeA,
                        transposeB,
                        m,
                        n,
                        k,
                        alpha,
                        a(),
                        offset,
                        lda(),
                        b(),
                        offset,
                        ldb(),
                        beta,
                        c,
                        offset,
                        ldc());
        return c;
    }
}
