// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks.baseline;

/** The steps of a network that are not products: the same few loops for every hand-written contender. */
final class Pointwise {
    private Pointwise() {}

    /** Adds the bias to each row of z (batch, bias.length). */
    static void addBias(int batch, float[] z, float[] bias) {
        for (int i = 0; i < batch; i++) {
            for (int j = 0; j < bias.length; j++) {
                z[i * bias.length + j] += bias[j];
            }
        }
    }

    /** {@code max(z, 0)} in place. */
    static void relu(float[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.max(z[i], 0f);
        }
    }

    /** Keeps the gradient where the rectified output is above 0. */
    static void reluGradient(float[] y, float[] dy) {
        for (int i = 0; i < dy.length; i++) {
            dy[i] = y[i] > 0 ? dy[i] : 0f;
        }
    }

    /** The bias's gradient, the sum of the rows of dz (batch, gradient.length). */
    static void biasGradient(int batch, float[] dz, float[] gradient) {
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = 0;
        }
        for (int i = 0; i < batch; i++) {
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] += dz[i * gradient.length + j];
            }
        }
    }

    /** {@code w -= rate * gradient}. */
    static void descend(float[] w, float[] gradient, float rate) {
        for (int i = 0; i < w.length; i++) {
            w[i] -= rate * gradient[i];
        }
    }

    /** Mean cross-entropy of softmax(z), (batch, classes), with the labels; its gradient goes to dz. */
    static double crossEntropy(int classes, float[] z, int[] labels, float[] dz) {
        double loss = 0;
        for (int i = 0; i < labels.length; i++) {
            int row = i * classes;
            float max = z[row];
            for (int j = row + 1; j < row + classes; j++) {
                max = Math.max(max, z[j]);
            }
            double sum = 0;
            for (int j = row; j < row + classes; j++) {
                double e = Math.exp(z[j] - max);
                dz[j] = (float) e;
                sum += e;
            }
            for (int j = row; j < row + classes; j++) {
                dz[j] = (float) (dz[j] / sum / labels.length);
            }
            dz[row + labels[i]] -= 1f / labels.length;
            loss += Math.log(sum) - (z[row + labels[i]] - max);
        }
        return loss / labels.length;
    }
}
