// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

/** {@link ReflectorKernel} without vectors. */
final class ReflectorKernelScalar implements ReflectorKernel {
    @Override
    public void sweep(
            int rows,
            int from,
            float[] v,
            int vOffset,
            float[] w,
            float[] x,
            int xOffset,
            float[] p,
            int pOffset,
            float[] g) {
        assert rows >= 0 && from >= 0 && from < FLOATS;
        for (int i = 0; i < rows; i++) {
            int row = pOffset + i * FLOATS;
            for (int c = from; c < FLOATS; c++) {
                float updated = Math.fma(v[vOffset + i], w[c], p[row + c]);
                p[row + c] = updated;
                g[c] = Math.fma(x[xOffset + i], updated, g[c]);
            }
        }
    }

    @Override
    public void sweep(
            int rows,
            double[] v,
            int vOffset,
            double[] w,
            double[] x,
            int xOffset,
            double[] p,
            int pOffset,
            double[] g) {
        assert rows >= 0;
        for (int i = 0; i < rows; i++) {
            int row = pOffset + i * DOUBLES;
            for (int c = 0; c < DOUBLES; c++) {
                double updated = Math.fma(v[vOffset + i], w[c], p[row + c]);
                p[row + c] = updated;
                g[c] = Math.fma(x[xOffset + i], updated, g[c]);
            }
        }
    }

    @Override
    public void sum(int rows, double[] x, int xOffset, double[] p, int pOffset, double[] g) {
        assert rows >= 0;
        for (int i = 0; i < rows; i++) {
            int row = pOffset + i * DOUBLES;
            for (int c = 0; c < DOUBLES; c++) {
                g[c] = Math.fma(x[xOffset + i], p[row + c], g[c]);
            }
        }
    }
}
