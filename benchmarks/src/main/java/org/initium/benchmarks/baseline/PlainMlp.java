// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks.baseline;

import java.util.Arrays;

/**
 * A multilayer perceptron as one writes it by hand in plain Java: arrays, loops, ReLU between the layers, softmax
 * cross-entropy at the end, gradient descent. Loops are ordered so that C2 can turn them into vectors.
 */
public final class PlainMlp {
    private final int[] sizes;
    private final int batch;
    private final float rate;
    private final float[][] kernels;
    private final float[][] biases;
    private final float[][] outputs;
    private final float[][] gradients;
    private final float[][] kernelGradients;
    private final float[][] biasGradients;

    /**
     * A network that begins with these weights, which are kept, not copied.
     *
     * @param sizes numbers per sample: the input, the hidden layers, the output
     * @param batch samples in every batch
     * @param rate learning rate
     * @param kernels one for each layer, (in, out)
     * @param biases one for each layer, (out,)
     */
    public PlainMlp(int[] sizes, int batch, float rate, float[][] kernels, float[][] biases) {
        this.sizes = sizes;
        this.batch = batch;
        this.rate = rate;
        this.kernels = kernels;
        this.biases = biases;
        int layers = kernels.length;
        outputs = new float[layers][];
        gradients = new float[layers][];
        kernelGradients = new float[layers][];
        biasGradients = new float[layers][];
        for (int l = 0; l < layers; l++) {
            outputs[l] = new float[batch * sizes[l + 1]];
            gradients[l] = new float[batch * sizes[l + 1]];
            kernelGradients[l] = new float[kernels[l].length];
            biasGradients[l] = new float[biases[l].length];
        }
    }

    /** One step on x (batch, in) and the samples' classes; returns the mean loss before it. */
    public double step(float[] x, int[] labels) {
        int last = kernels.length - 1;
        for (int l = 0; l <= last; l++) {
            forward(sizes[l], sizes[l + 1], l == 0 ? x : outputs[l - 1], kernels[l], outputs[l]);
            Pointwise.addBias(batch, outputs[l], biases[l]);
            if (l < last) {
                Pointwise.relu(outputs[l]);
            }
        }
        double loss = Pointwise.crossEntropy(sizes[last + 1], outputs[last], labels, gradients[last]);
        for (int l = last; l >= 0; l--) {
            kernelGradient(sizes[l], sizes[l + 1], l == 0 ? x : outputs[l - 1], gradients[l], kernelGradients[l]);
            Pointwise.biasGradient(batch, gradients[l], biasGradients[l]);
            if (l > 0) {
                inputGradient(sizes[l], sizes[l + 1], gradients[l], kernels[l], gradients[l - 1]);
                Pointwise.reluGradient(outputs[l - 1], gradients[l - 1]);
            }
        }
        for (int l = 0; l <= last; l++) {
            Pointwise.descend(kernels[l], kernelGradients[l], rate);
            Pointwise.descend(biases[l], biasGradients[l], rate);
        }
        return loss;
    }

    /** y (batch, out) = x (batch, in) * W (in, out). */
    private void forward(int in, int out, float[] x, float[] w, float[] y) {
        Arrays.fill(y, 0);
        for (int i = 0; i < batch; i++) {
            for (int p = 0; p < in; p++) {
                float xip = x[i * in + p];
                for (int j = 0; j < out; j++) {
                    y[i * out + j] += xip * w[p * out + j];
                }
            }
        }
    }

    /** dW (in, out) = x' (in, batch) * dy (batch, out). */
    private void kernelGradient(int in, int out, float[] x, float[] dy, float[] dw) {
        Arrays.fill(dw, 0);
        for (int i = 0; i < batch; i++) {
            for (int p = 0; p < in; p++) {
                float xip = x[i * in + p];
                for (int j = 0; j < out; j++) {
                    dw[p * out + j] += xip * dy[i * out + j];
                }
            }
        }
    }

    /** dx (batch, in) = dy (batch, out) * W' (out, in). */
    private void inputGradient(int in, int out, float[] dy, float[] w, float[] dx) {
        for (int i = 0; i < batch; i++) {
            for (int p = 0; p < in; p++) {
                float sum = 0;
                for (int j = 0; j < out; j++) {
                    sum += dy[i * out + j] * w[p * out + j];
                }
                dx[i * in + p] = sum;
            }
        }
    }
}
