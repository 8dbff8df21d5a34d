// SPDX-License-Identifier: Apache-2.0
package org.initium.nn.kernel;

/** {@link SgdKernel} one element at a time: the definition of its arithmetic. */
final class SgdKernelScalar implements SgdKernel {
    @Override
    public void descend(int from, int to, float lr, float[] g, float[] w) {
        for (int i = from; i < to; i++) {
            w[i] = Math.fma(-lr, g[i], w[i]);
        }
    }

    @Override
    public void momentum(int from, int to, float lr, float momentum, float[] g, float[] m, float[] w) {
        for (int i = from; i < to; i++) {
            float v = Math.fma(-lr, g[i], m[i] * momentum);
            m[i] = v;
            w[i] += v;
        }
    }

    @Override
    public void nesterov(int from, int to, float lr, float momentum, float[] g, float[] m, float[] w) {
        for (int i = from; i < to; i++) {
            float v = Math.fma(-lr, g[i], m[i] * momentum);
            m[i] = v;
            w[i] = Math.fma(-lr, g[i], Math.fma(v, momentum, w[i]));
        }
    }

    @Override
    public void coastMomentum(int from, int to, int updates, float momentum, float[] m, float[] w) {
        for (int i = from; i < to; i++) {
            float v = m[i];
            float x = w[i];
            for (int update = 0; update < updates; update++) {
                v *= momentum;
                x += v;
            }
            m[i] = v;
            w[i] = x;
        }
    }

    @Override
    public void coastNesterov(int from, int to, int updates, float momentum, float[] m, float[] w) {
        for (int i = from; i < to; i++) {
            float v = m[i];
            float x = w[i];
            for (int update = 0; update < updates; update++) {
                v *= momentum;
                x = Math.fma(v, momentum, x);
            }
            m[i] = v;
            w[i] = x;
        }
    }
}
