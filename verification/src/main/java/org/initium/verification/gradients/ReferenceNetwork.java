// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.gradients;

import org.apache.commons.math3.special.Erf;

/**
 * Layers, activations and losses forward, in double precision and by their textbook formulas: what the engine's gradients
 * should be the derivatives of. Nothing here is shared with the engine. Arrays are row-major, samples outermost.
 */
final class ReferenceNetwork {
    private static final double LEAKY_SLOPE = 0.2;

    private ReferenceNetwork() {}

    /** y (batch, out) = x (batch, in) times w (in, out) plus b (out). */
    static double[] dense(int batch, int in, int out, double[] x, double[] w, double[] b) {
        double[] y = new double[batch * out];
        for (int i = 0; i < batch; i++) {
            for (int j = 0; j < out; j++) {
                double sum = b[j];
                for (int k = 0; k < in; k++) {
                    sum += x[i * in + k] * w[k * out + j];
                }
                y[i * out + j] = sum;
            }
        }
        return y;
    }

    /** y (batch, dim): the average of the rows of table (vocabulary, dim) that ids (batch, tokens) name. */
    static double[] embedding(int batch, int tokens, int dim, int[] ids, double[] table) {
        double[] y = new double[batch * dim];
        for (int at = 0; at < batch * tokens; at++) {
            for (int j = 0; j < dim; j++) {
                y[at / tokens * dim + j] += table[ids[at] * dim + j] / tokens;
            }
        }
        return y;
    }

    /**
     * y (batch, columns), of the activation with Keras's name.
     *
     * @throws IllegalArgumentException if none is known by the name: an activation must not go unchecked
     */
    static double[] activation(String name, int batch, int columns, double[] x) {
        double[] y = new double[batch * columns];
        for (int i = 0; i < y.length; i++) {
            double u = x[i];
            y[i] = switch (name) {
                case "linear" -> u;
                case "relu" -> u > 0 ? u : 0;
                case "leaky_relu" -> u > 0 ? u : LEAKY_SLOPE * u;
                case "tanh" -> StrictMath.expm1(2 * u) / (StrictMath.expm1(2 * u) + 2);
                case "sigmoid" -> 1 / (1 + StrictMath.exp(-u));
                case "gelu" -> u * Erf.erfc(-u / Math.sqrt(2)) / 2;
                case "softmax" -> StrictMath.exp(u - logSumExp(columns, x, i / columns * columns));
                default -> throw new IllegalArgumentException("no reference for activation '" + name + "'");
            };
        }
        return y;
    }

    /**
     * The mean loss over a batch, of the loss with Keras's name, from z (batch, outputs): logits for the crossentropies.
     *
     * @throws IllegalArgumentException if none is known by the name: a loss must not go unchecked
     */
    static double loss(String name, int batch, int outputs, double[] z, double[] targets) {
        double sum = 0;
        for (int i = 0; i < batch * outputs; i++) {
            int row = i / outputs * outputs;
            double t = targets[name.startsWith("sparse") ? i / outputs : i];
            sum += switch (name) {
                case "sparse_categorical_crossentropy" -> t == i - row ? logSumExp(outputs, z, row) - z[i] : 0;
                case "categorical_crossentropy" -> t * (logSumExp(outputs, z, row) - z[i]);
                // -t log s(z) - (1 - t) log(1 - s(z)) with the logistic function s.
                case "binary_crossentropy" ->
                    (t * StrictMath.log1p(StrictMath.exp(-z[i])) + (1 - t) * StrictMath.log1p(StrictMath.exp(z[i])))
                            / outputs;
                case "mean_squared_error" -> (z[i] - t) * (z[i] - t) / outputs;
                default -> throw new IllegalArgumentException("no reference for loss '" + name + "'");
            };
        }
        return sum / batch;
    }

    /** log of the sum of exp over {@code x[row .. row + n - 1]}; the inputs of the checks are too small to overflow. */
    private static double logSumExp(int n, double[] x, int row) {
        double sum = 0;
        for (int j = row; j < row + n; j++) {
            sum += StrictMath.exp(x[j]);
        }
        return StrictMath.log(sum);
    }
}
