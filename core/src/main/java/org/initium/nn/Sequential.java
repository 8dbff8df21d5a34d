// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initium.init.Initializer;
import org.initium.random.Key;

/**
 * Layers one after the other, each reading what the one before it wrote.
 *
 * <p>The model owns one buffer for the output of each layer and one for its gradient, allocated once for the largest
 * batch; a call overwrites what the one before it left there. So an instance belongs to one thread at a time.
 */
public final class Sequential {
    private final Layer[] layers;
    private final int maxBatch;
    /** {@code outputs[l]}: (maxBatch, layers[l].outputSize()). */
    private final float[][] outputs;
    /** {@code gradients[l]}: the gradient with respect to {@code outputs[l]}. */
    private final float[][] gradients;
    /** (maxBatch, inputSize), for {@link #predict}. */
    private final float[] chunk;

    /**
     * A model of these layers.
     *
     * @param layers one or more
     * @param maxBatch largest number of samples in a batch, 1 or more
     * @throws IllegalArgumentException if there is no layer, one does not put out what the next takes in, one without input
     *     gradient is not the first, or a buffer would exceed one array
     */
    public Sequential(List<Layer> layers, int maxBatch) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("layers is empty, expected one or more");
        }
        if (maxBatch < 1) {
            throw new IllegalArgumentException("maxBatch is " + maxBatch + ", expected 1 or more");
        }
        this.layers = layers.toArray(Layer[]::new);
        this.maxBatch = maxBatch;
        for (int l = 1; l < this.layers.length; l++) {
            if (this.layers[l - 1].outputSize() != this.layers[l].inputSize()) {
                throw new IllegalArgumentException("layer " + l + " takes " + this.layers[l].inputSize()
                        + " numbers per sample, the one before it puts out " + this.layers[l - 1].outputSize());
            }
            if (!this.layers[l].hasInputGradient()) {
                throw new IllegalArgumentException(
                        "layer " + l + " ('" + this.layers[l].name() + "') has no input gradient, expected it first");
            }
        }
        this.chunk = buffer(inputSize());
        this.outputs = new float[this.layers.length][];
        this.gradients = new float[this.layers.length][];
        for (int l = 0; l < this.layers.length; l++) {
            outputs[l] = buffer(this.layers[l].outputSize());
            gradients[l] = buffer(this.layers[l].outputSize());
        }
    }

    private float[] buffer(int size) {
        long elements = (long) maxBatch * size;
        if (elements > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("maxBatch is " + maxBatch + ", too many for a layer of " + size
                    + " numbers per sample: " + elements + " elements do not fit one array");
        }
        return new float[(int) elements];
    }

    /**
     * A multilayer perceptron: dense layers with an activation between them, and logits at the end. Dense layer number
     * {@code i} draws from {@code key.child(i)}.
     *
     * @param sizes numbers per sample: the input, the hidden layers, the output; two or more
     * @param maxBatch largest number of samples in a batch, 1 or more
     * @throws IllegalArgumentException if a size is below 1, or an initializer does not apply
     */
    public static Sequential mlp(
            int[] sizes, Activation hidden, Initializer kernel, Initializer bias, Key key, int maxBatch) {
        if (sizes.length < 2) {
            throw new IllegalArgumentException(
                    "sizes is " + Arrays.toString(sizes) + ", expected the input, any hidden layers, the output");
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i + 1 < sizes.length; i++) {
            if (i > 0) {
                layers.add(hidden.layer(sizes[i]));
            }
            layers.add(Dense.create(sizes[i], sizes[i + 1], kernel, bias, key.child(i)));
        }
        return new Sequential(layers, maxBatch);
    }

    /** Numbers per sample that go in. */
    public int inputSize() {
        return layers[0].inputSize();
    }

    /** Numbers per sample that come out. */
    public int outputSize() {
        return layers[layers.length - 1].outputSize();
    }

    /** Largest number of samples in a batch. */
    public int maxBatch() {
        return maxBatch;
    }

    /** The layers, first to last. */
    public List<Layer> layers() {
        return List.of(layers);
    }

    /** The parameters of all layers, in order. */
    public List<Parameter> parameters() {
        return List.copyOf(named().values());
    }

    /**
     * The parameters of all layers, in order, under the paths that Keras gives them: {@code dense/kernel},
     * {@code dense/bias}, {@code dense_1/kernel} and so on.
     */
    public Map<String, Parameter> named() {
        Map<String, Parameter> named = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Layer layer : layers) {
            int number = seen.merge(layer.name(), 1, Integer::sum) - 1;
            String path = number == 0 ? layer.name() : layer.name() + "_" + number;
            for (Parameter parameter : layer.parameters()) {
                named.put(path + "/" + parameter.name(), parameter);
            }
        }
        return named;
    }

    /**
     * The outputs for one batch.
     *
     * @param batch number of samples, 1 to {@link #maxBatch()}
     * @param x (batch, inputSize)
     * @return (batch, outputSize) at the front of a buffer of this model, valid until its next call
     * @throws IllegalArgumentException if {@code batch} is out of range or {@code x} too short, or a layer refuses its input
     */
    public float[] forward(int batch, float[] x) {
        if (batch < 1 || batch > maxBatch) {
            throw new IllegalArgumentException("batch is " + batch + ", expected 1 to " + maxBatch);
        }
        if (x.length < (long) batch * inputSize()) {
            throw new IllegalArgumentException(
                    "x has " + x.length + " elements, expected " + inputSize() + " for each of " + batch + " samples");
        }
        float[] input = x;
        for (int l = 0; l < layers.length; l++) {
            layers[l].forward(batch, input, outputs[l]);
            input = outputs[l];
        }
        return input;
    }

    /**
     * The mean loss of one batch, and its gradient in {@link Parameter#grad()} of every parameter; {@link Sgd#step()} may
     * follow. Allocates nothing.
     *
     * @param batch number of samples, 1 to {@link #maxBatch()}
     * @param x (batch, inputSize)
     * @param targets (batch, {@code loss.targetSize(outputSize())})
     * @throws IllegalArgumentException as {@link #forward}, or if the loss refuses the targets; no gradient is touched then
     */
    public double lossAndGradients(int batch, float[] x, float[] targets, Loss loss) {
        int last = layers.length - 1;
        double value = loss.evaluate(batch, outputSize(), forward(batch, x), targets, gradients[last]);
        for (int l = last; l >= 0; l--) {
            float[] input = l == 0 ? x : outputs[l - 1];
            float[] inputGradient = l == 0 ? null : gradients[l - 1];
            layers[l].backward(batch, input, outputs[l], gradients[l], inputGradient);
        }
        return value;
    }

    /** Outputs of the last batch, (batch, outputSize) at the front of the buffer. */
    float[] lastOutputs() {
        return outputs[layers.length - 1];
    }

    /**
     * The outputs for any number of samples.
     *
     * @param samples 0 or more
     * @param x (samples, inputSize)
     * @param y (samples, outputSize), overwritten
     * @throws IllegalArgumentException if {@code samples} is negative, an array is too short, or a layer refuses its input
     */
    public void predict(int samples, float[] x, float[] y) {
        int in = inputSize();
        int out = outputSize();
        if (samples < 0 || x.length < (long) samples * in || y.length < (long) samples * out) {
            throw new IllegalArgumentException("x has " + x.length + " elements and y has " + y.length + ", expected "
                    + in + " and " + out + " for each of " + samples + " samples");
        }
        for (int first = 0; first < samples; first += maxBatch) {
            int batch = Math.min(maxBatch, samples - first);
            System.arraycopy(x, first * in, chunk, 0, batch * in);
            System.arraycopy(forward(batch, chunk), 0, y, first * out, batch * out);
        }
    }
}
