// SPDX-License-Identifier: Apache-2.0
package org.initium.nn.kernel;

/** {@link EmbeddingKernel} one element at a time: the definition of its arithmetic. */
final class EmbeddingKernelScalar implements EmbeddingKernel {
    @Override
    public void average(int batch, int tokens, int dim, float[] x, float[] e, float[] y) {
        for (int i = 0; i < batch; i++) {
            average(0, dim, i, tokens, dim, x, e, y);
        }
    }

    /** Columns {@code from .. to - 1} of sample {@code i}. */
    void average(int from, int to, int i, int tokens, int dim, float[] x, float[] e, float[] y) {
        for (int j = from; j < to; j++) {
            float sum = 0;
            for (int t = i * tokens; t < (i + 1) * tokens; t++) {
                sum += e[(int) x[t] * dim + j];
            }
            y[i * dim + j] = sum / tokens;
        }
    }

    @Override
    public void spread(int batch, int tokens, int dim, float[] x, float[] dy, float[] de) {
        for (int i = 0; i < batch; i++) {
            spread(0, dim, i, tokens, dim, x, dy, de);
        }
    }

    /** Columns {@code from .. to - 1} of sample {@code i}. */
    void spread(int from, int to, int i, int tokens, int dim, float[] x, float[] dy, float[] de) {
        for (int j = from; j < to; j++) {
            float share = dy[i * dim + j] / tokens;
            for (int t = i * tokens; t < (i + 1) * tokens; t++) {
                de[(int) x[t] * dim + j] += share;
            }
        }
    }
}
