// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.util.Arrays;

/**
 * One training step of {@link TrainStepBenchmark} in double precision, and for each number a bound on what single precision
 * can make of it, in any order of summation, fused or not.
 *
 * <p>The bounds are running ones: N. J. Higham (2002), Accuracy and Stability of Numerical Algorithms, 2nd edition,
 * section 3.1 for sums ({@code gamma_r = r u / (1 - r u)}) and section 3.3 for carrying errors along. The reference's own
 * roundings are 2^-29 of a float's, far inside the slack of gamma.
 */
final class StepReference {
    private static final double U = 0x1p-24;

    /** Numbers with a bound on the error of each. */
    record Bounded(double[] value, double[] error) {
        Bounded(int size) {
            this(new double[size], new double[size]);
        }

        static Bounded exact(float[] x) {
            Bounded b = new Bounded(x.length);
            for (int i = 0; i < x.length; i++) {
                b.value[i] = x[i];
            }
            return b;
        }
    }

    /** The mean loss; its bound. */
    final Bounded loss = new Bounded(1);
    /** The weights after the step: kernel, bias, kernel, bias. */
    final Bounded[] weights;

    /** The step on x (batch, sizes[0]) from these weights. */
    StepReference(int[] sizes, int batch, double rate, float[] x, int[] labels, float[][] begin) {
        int layers = begin.length / 2;
        weights = new Bounded[begin.length];
        for (int p = 0; p < begin.length; p++) {
            weights[p] = Bounded.exact(begin[p]);
        }
        Bounded[] y = new Bounded[layers + 1];
        y[0] = Bounded.exact(x);
        for (int l = 0; l < layers; l++) {
            int in = sizes[l];
            int out = sizes[l + 1];
            y[l + 1] = product(batch, out, in, y[l], in, 1, weights[2 * l], out, 1, weights[2 * l + 1]);
            for (int i = 0; l + 1 < layers && i < batch * out; i++) {
                // The error of max(z, 0) is that of z, and none where z is surely below 0.
                double z = y[l + 1].value[i];
                y[l + 1].error[i] = Math.max(0, Math.min(y[l + 1].error[i], z + y[l + 1].error[i]));
                y[l + 1].value[i] = Math.max(0, z);
            }
        }
        Bounded dy = crossEntropy(batch, sizes[layers], y[layers], labels);
        for (int l = layers - 1; l >= 0; l--) {
            int in = sizes[l];
            int out = sizes[l + 1];
            Bounded kernel = weights[2 * l];
            Bounded ones = new Bounded(batch);
            Arrays.fill(ones.value, 1);
            Bounded dKernel = product(in, out, batch, y[l], 1, in, dy, out, 1, null);
            Bounded dBias = product(1, out, batch, ones, batch, 1, dy, out, 1, null);
            if (l > 0) {
                dy = product(batch, in, out, dy, out, 1, kernel, 1, out, null);
                for (int i = 0; i < batch * in; i++) {
                    boolean active = y[l].value[i] > 0;
                    if (y[l].error[i] == 0 && !active) {
                        dy.error[i] = 0;
                    } else if (y[l].value[i] <= y[l].error[i]) {
                        // On which side of 0 the output lies is open, so the gradient may be kept or dropped.
                        dy.error[i] += Math.abs(dy.value[i]);
                    }
                    dy.value[i] = active ? dy.value[i] : 0;
                }
            }
            weights[2 * l] = moved(kernel, dKernel, rate);
            weights[2 * l + 1] = moved(weights[2 * l + 1], dBias, rate);
        }
    }

    /** A (m, k) times B (k, n) with these strides, plus a row; k products and two more roundings of the sum. */
    private static Bounded product(
            int m, int n, int k, Bounded a, int aRow, int aColumn, Bounded b, int bRow, int bColumn, Bounded row) {
        Bounded c = new Bounded(m * n);
        // One rounding for each of the products, one for each addition and one for the row.
        double gamma = gamma(k + 2);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = row == null ? 0 : row.value[j];
                double magnitude = Math.abs(sum);
                double carried = 0;
                for (int p = 0; p < k; p++) {
                    int ai = i * aRow + p * aColumn;
                    int bi = p * bRow + j * bColumn;
                    double x = Math.abs(a.value[ai]);
                    double y = Math.abs(b.value[bi]);
                    sum += a.value[ai] * b.value[bi];
                    magnitude += (x + a.error[ai]) * (y + b.error[bi]);
                    carried += x * b.error[bi] + a.error[ai] * (y + b.error[bi]);
                }
                c.value[i * n + j] = sum;
                c.error[i * n + j] = carried + gamma * magnitude;
            }
        }
        return c;
    }

    /** Fills {@link #loss} and returns the gradient with respect to z. */
    private Bounded crossEntropy(int batch, int classes, Bounded z, int[] labels) {
        Bounded dz = new Bounded(batch * classes);
        for (int i = 0; i < batch; i++) {
            int row = i * classes;
            double max = Double.NEGATIVE_INFINITY;
            double shift = 0;
            for (int j = row; j < row + classes; j++) {
                max = Math.max(max, z.value[j]);
                shift = Math.max(shift, z.error[j]);
            }
            double sum = 0;
            for (int j = row; j < row + classes; j++) {
                sum += StrictMath.exp(z.value[j] - max);
            }
            for (int j = row; j < row + classes; j++) {
                double probability = StrictMath.exp(z.value[j] - max) / sum;
                double target = j == row + labels[i] ? 1 : 0;
                dz.value[j] = (probability - target) / batch;
                // exp(z - max) / sum changes by at most the factor exp(+-2 shift); eight roundings of at most 2: the
                // difference z - max in single precision (its relative error is that of z, at most 16 here, so 16 u in
                // the exponent), exp, division, mean, 1 / batch, subtraction.
                double spread = 2 * shift + 16 * U;
                dz.error[j] = (probability * Math.expm1(spread) + 8 * U) / batch;
            }
            loss.value[0] += (StrictMath.log(sum) + max - z.value[row + labels[i]]) / batch;
            // log sum exp is 1-Lipschitz in the largest change, z is too; differences of at most 16 round by 16 u each.
            loss.error[0] += (2 * shift + 48 * U) / batch;
        }
        return dz;
    }

    /** {@code w - rate g}, with a rounding of the product and one of the difference. */
    private static Bounded moved(Bounded w, Bounded g, double rate) {
        Bounded moved = new Bounded(w.value.length);
        for (int i = 0; i < moved.value.length; i++) {
            double step = rate * g.value[i];
            double stepError = rate * g.error[i];
            moved.value[i] = w.value[i] - step;
            moved.error[i] = stepError + gamma(2) * (Math.abs(w.value[i]) + Math.abs(step) + stepError);
        }
        return moved;
    }

    private static double gamma(int roundings) {
        return roundings * U / (1 - roundings * U);
    }
}
