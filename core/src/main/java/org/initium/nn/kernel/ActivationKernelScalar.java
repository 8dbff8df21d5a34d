// SPDX-License-Identifier: Apache-2.0
package org.initium.nn.kernel;

/** {@link ActivationKernel} one element at a time: the definition of its arithmetic. */
final class ActivationKernelScalar implements ActivationKernel {
    @Override
    public void relu(int from, int to, float[] x, float[] y) {
        for (int i = from; i < to; i++) {
            y[i] = x[i] <= 0 ? 0 : x[i];
        }
    }

    @Override
    public void reluGradient(int from, int to, float[] x, float[] dy, float[] dx) {
        for (int i = from; i < to; i++) {
            dx[i] = x[i] > 0 ? dy[i] : 0;
        }
    }

    @Override
    public void leakyRelu(int from, int to, float slope, float[] x, float[] v, float[] y) {
        for (int i = from; i < to; i++) {
            y[i] = x[i] > 0 ? v[i] : slope * v[i];
        }
    }

    @Override
    public void exp(int from, int to, double less, double[] x, double[] scratch) {
        assert less == 0 || less == 1;
        for (int i = from; i < to; i++) {
            double u = Math.min(Math.max(x[i], -CUT_OFF), CUT_OFF);
            double rounded = Math.fma(u, LOG2_E, ROUNDER);
            double power = power(rounded);
            x[i] = Math.fma(power, series(u, rounded - ROUNDER), power - less);
        }
    }

    /** 2 to the number that the lowest bits of {@code rounded} hold: they become the exponent of 1. */
    private static double power(double rounded) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(rounded) << 52) + Double.doubleToRawLongBits(1));
    }

    /** {@code e^(u - k ln 2) - 1}. */
    private static double series(double u, double k) {
        double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, u));
        double s = C13;
        s = Math.fma(s, r, C12);
        s = Math.fma(s, r, C11);
        s = Math.fma(s, r, C10);
        s = Math.fma(s, r, C9);
        s = Math.fma(s, r, C8);
        s = Math.fma(s, r, C7);
        s = Math.fma(s, r, C6);
        s = Math.fma(s, r, C5);
        s = Math.fma(s, r, C4);
        s = Math.fma(s, r, C3);
        s = Math.fma(s, r, C2);
        s = Math.fma(s, r, 1);
        return s * r;
    }
}
