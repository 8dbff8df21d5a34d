// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

/** {@link GemmCopy} element by element. */
final class GemmCopyScalar implements GemmCopy {
    @Override
    public void neighbours(
            float[] source, int at, int depthStride, int lines, int depth, float[] out, int to, int width) {
        assert lines <= width;
        for (int p = 0; p < depth; p++) {
            for (int l = 0; l < lines; l++) {
                out[to + p * width + l] = source[at + p * depthStride + l];
            }
        }
    }

    @Override
    public void transposed(
            float[] source, int at, int lineStride, int lines, int depth, float[] out, int to, int width) {
        assert lines <= width;
        for (int l = 0; l < lines; l++) {
            for (int p = 0; p < depth; p++) {
                out[to + p * width + l] = source[at + l * lineStride + p];
            }
        }
    }

    @Override
    public void merge(
            float[] sums, int ld, int height, int width, float alpha, float beta, float[] c, int cOffset, int ldc) {
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                GemmKernel.update(alpha, sums[i * ld + j], beta, c, cOffset + i * ldc + j);
            }
        }
    }
}
