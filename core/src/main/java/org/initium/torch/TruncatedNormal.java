// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

/**
 * {@code torch.nn.init.trunc_normal_} where the bounds leave more than 0.3 of the normal law: whole tensors of normals are
 * drawn until each element has lain within the bounds once. Where they leave less, PyTorch 2.13 proceeds otherwise, by
 * uniform proposals and a logarithm whose bits depend on the CPU.
 */
final class TruncatedNormal {
    /** PyTorch's limit. */
    private static final double LEAST_MASS = 0.3;

    private TruncatedNormal() {}

    static void fill(double mean, double stddev, double a, double b, TorchGenerator generator, float[] out) {
        double mass = cdf((b - mean) / stddev) - cdf((a - mean) / stddev);
        if (!(mass > LEAST_MASS)) {
            throw new IllegalArgumentException("bounds " + a + " and " + b + " hold " + mass
                    + " of the normal law with mean " + mean + " and stddev " + stddev
                    + ", expected more than " + LEAST_MASS);
        }
        float lo = (float) a;
        float hi = (float) b;
        generator.normal(mean, stddev, out, 0, out.length);
        if (inside(out, lo, hi)) {
            return;
        }
        float[] others = new float[out.length];
        do {
            generator.normal(mean, stddev, others, 0, others.length);
            for (int i = 0; i < out.length; i++) {
                if (out[i] < lo || out[i] > hi) {
                    out[i] = others[i];
                }
            }
        } while (!inside(out, lo, hi));
    }

    private static boolean inside(float[] values, float lo, float hi) {
        for (float x : values) {
            if (x < lo || x > hi) {
                return false;
            }
        }
        return true;
    }

    /**
     * The standard normal law's distribution function, within 1e-14, by {@code 1/2 + phi(x) (x + x^3/3 + x^5/15 + ...)},
     * whose terms all have x's sign: M. Abramowitz, I. A. Stegun (1964), "Handbook of Mathematical Functions", 26.2.11.
     */
    static double cdf(double x) {
        // Beyond, the tails of 1e-19 are lost in 1.
        if (Math.abs(x) > 9) {
            return x < 0 ? 0 : 1;
        }
        double term = x;
        double sum = x;
        for (int k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
            term *= x * x / k;
            sum += term;
        }
        return 0.5 + sum * StrictMath.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    }
}
