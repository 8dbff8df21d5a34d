// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks.baseline;

import java.util.Arrays;
import java.util.List;

/**
 * Averages of embedded tokens and one dense layer, as one writes them by hand in plain Java: softmax cross-entropy, gradients
 * of every weight, gradient descent with momentum on every weight.
 */
public final class PlainEmbedding {
    private final int dim;
    private final int tokens;
    private final float share;
    private final int batch;
    private final float rate;
    private final float momentum;
    private final float[] table;
    private final float[] kernel;
    private final float[] bias;
    private final float[][] weights;
    private final float[][] gradients;
    private final float[][] velocities;
    private final float[] averages;
    private final float[] averageGradients;
    private final float[] logits;
    private final float[] logitGradients;

    /**
     * A network that begins with these weights, which are kept, not copied.
     *
     * @param dim length of a vector
     * @param tokens token ids per sample
     * @param batch samples in every batch
     * @param rate learning rate
     * @param momentum what is kept of the velocities, 0 for none
     * @param weights the table (vocabulary, dim), the kernel (dim, classes) and the bias (classes)
     */
    public PlainEmbedding(int dim, int tokens, int batch, float rate, float momentum, List<float[]> weights) {
        this.dim = dim;
        this.tokens = tokens;
        share = 1f / tokens;
        this.batch = batch;
        this.rate = rate;
        this.momentum = momentum;
        this.weights = weights.toArray(float[][]::new);
        table = weights.get(0);
        kernel = weights.get(1);
        bias = weights.get(2);
        gradients = new float[3][];
        velocities = new float[3][];
        for (int p = 0; p < 3; p++) {
            gradients[p] = new float[weights.get(p).length];
            velocities[p] = new float[weights.get(p).length];
        }
        averages = new float[batch * dim];
        averageGradients = new float[batch * dim];
        logits = new float[batch * bias.length];
        logitGradients = new float[batch * bias.length];
    }

    /** One step on the token ids x (batch, tokens) and the samples' classes; returns the mean loss before it. */
    public double step(float[] x, int[] labels) {
        average(x);
        forward();
        Pointwise.addBias(batch, logits, bias);
        double loss = Pointwise.crossEntropy(bias.length, logits, labels, logitGradients);
        Pointwise.biasGradient(batch, logitGradients, gradients[2]);
        backward();
        spread(x);
        for (int p = 0; p < 3; p++) {
            if (momentum == 0) {
                Pointwise.descend(weights[p], gradients[p], rate);
            } else {
                descendWithMomentum(weights[p], velocities[p], gradients[p]);
            }
        }
        return loss;
    }

    private void average(float[] x) {
        Arrays.fill(averages, 0);
        for (int i = 0; i < batch; i++) {
            for (int t = 0; t < tokens; t++) {
                int row = (int) x[i * tokens + t] * dim;
                for (int j = 0; j < dim; j++) {
                    averages[i * dim + j] += table[row + j] * share;
                }
            }
        }
    }

    private void spread(float[] x) {
        Arrays.fill(gradients[0], 0);
        for (int i = 0; i < batch; i++) {
            for (int t = 0; t < tokens; t++) {
                int row = (int) x[i * tokens + t] * dim;
                for (int j = 0; j < dim; j++) {
                    gradients[0][row + j] += averageGradients[i * dim + j] * share;
                }
            }
        }
    }

    private void forward() {
        int classes = bias.length;
        Arrays.fill(logits, 0);
        for (int i = 0; i < batch; i++) {
            for (int p = 0; p < dim; p++) {
                for (int j = 0; j < classes; j++) {
                    logits[i * classes + j] += averages[i * dim + p] * kernel[p * classes + j];
                }
            }
        }
    }

    private void backward() {
        int classes = bias.length;
        Arrays.fill(gradients[1], 0);
        for (int i = 0; i < batch; i++) {
            for (int p = 0; p < dim; p++) {
                float sum = 0;
                for (int j = 0; j < classes; j++) {
                    float dz = logitGradients[i * classes + j];
                    gradients[1][p * classes + j] += averages[i * dim + p] * dz;
                    sum += dz * kernel[p * classes + j];
                }
                averageGradients[i * dim + p] = sum;
            }
        }
    }

    private void descendWithMomentum(float[] w, float[] m, float[] g) {
        for (int i = 0; i < w.length; i++) {
            m[i] = m[i] * momentum - rate * g[i];
        }
        for (int i = 0; i < w.length; i++) {
            w[i] += m[i];
        }
    }
}
