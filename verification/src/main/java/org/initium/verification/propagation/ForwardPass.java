// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import org.initium.Shape;

/**
 * The arithmetic of a layer in double precision. A sum of n products of which each is rounded to 2^-53 errs by {@code n 2^-53}
 * of the sum of their magnitudes: 1e-13 for a width of 1,000, a millionth of what the rounding of the weights to float does.
 */
final class ForwardPass {
    private ForwardPass() {}

    /**
     * One kernel of a source.
     *
     * @throws IllegalArgumentException if the source gives another number of elements
     */
    static float[] draw(WeightSource weights, int net, int layer, Shape shape) {
        float[] kernel = weights.draw(net, layer, shape);
        if (kernel.length != shape.size()) {
            throw new IllegalArgumentException("the kernel of layer " + layer + " of net " + net + " has "
                    + kernel.length + " elements, shape " + shape + " has " + shape.size());
        }
        return kernel;
    }

    /** z (out) = a (in) times w (in, out). */
    static double[] product(double[] a, float[] w, int out) {
        double[] z = new double[out];
        for (int i = 0; i < a.length; i++) {
            double from = a[i];
            for (int j = 0; j < out; j++) {
                z[j] += from * w[i * out + j];
            }
        }
        return z;
    }

    /** (columns, rows) from w (rows, columns). */
    static float[] transpose(float[] w, int rows, int columns) {
        float[] transposed = new float[w.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * rows + i] = w[i * columns + j];
            }
        }
        return transposed;
    }

    /** Sum of squares. */
    static double square(double[] a) {
        return dot(a, a);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Sum of fourth powers. */
    static double fourth(double[] a) {
        double sum = 0;
        for (double x : a) {
            sum += x * x * x * x;
        }
        return sum;
    }

    static double[] widen(float[] x) {
        double[] wide = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            wide[i] = x[i];
        }
        return wide;
    }
}
