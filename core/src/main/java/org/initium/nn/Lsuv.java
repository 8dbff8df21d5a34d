// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.initium.init.Orthogonal;
import org.initium.random.Key;
import org.initium.random.Samplers;

/**
 * Layer-sequential unit-variance initialization: orthogonal kernels, scaled until what each dense layer puts out on real
 * data has variance 1.
 *
 * <p>D. Mishkin, J. Matas (2016), "All you need is a good init", ICLR, arXiv:1511.06422, algorithm 1. The variance is that of
 * all numbers that a layer puts out for the batch, before any activation; biases stay as they are. A kernel without bias
 * needs one division, for its output is linear in it; a bias, or the rounding of large sums, may take more.
 *
 * @param tolerance largest distance of a variance from 1 to be content with, above 0
 * @param maxIterations most divisions of one kernel, 1 or more
 */
public record Lsuv(double tolerance, int maxIterations) {
    /** A variance between 0.99 and 1.01 in at most 10 divisions; the paper gets along with 1 to 5 (section 3). */
    public static final Lsuv DEFAULT = new Lsuv(0.01, 10);

    /**
     * What became of one dense layer.
     *
     * @param kernel path of its kernel, as in {@link Sequential#named()}
     * @param before variance of its output with the orthogonal kernel, the layers before it being done
     * @param after variance at the end; beyond the tolerance if the iterations did not suffice
     * @param iterations number of divisions
     */
    public record Scaling(String kernel, double before, double after, int iterations) {}

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Lsuv {
        if (!(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + ", expected a finite number above 0");
        }
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations is " + maxIterations + ", expected 1 or more");
        }
    }

    /**
     * Initializes the kernels of a model's dense layers, first to last. Dense layer number {@code i} draws from
     * {@code key.child(i).child(0)}, as in {@link Sequential#mlp}. Other layers only pass the batch on.
     *
     * @param batch number of samples, 2 or more; hundreds make a good estimate
     * @param x (batch, inputSize), at its front
     * @return a record for each dense layer, in order
     * @throws IllegalArgumentException if the model has no dense layer, {@code x} is too short, has a number that is not
     *     finite or nothing but equal samples, or the output of a layer has variance 0 or is not finite; all kernels are as
     *     before then
     */
    public List<Scaling> apply(Sequential model, Key key, int batch, float[] x) {
        requireBatch(model, batch, x);
        List<float[]> kernels = new ArrayList<>();
        for (Layer layer : model.layers()) {
            if (layer instanceof Dense) {
                kernels.add(kernel(layer).value().clone());
            }
        }
        if (kernels.isEmpty()) {
            throw new IllegalArgumentException("model has no dense layer, expected one or more");
        }
        try {
            return scaleAll(model, key, batch, x);
        } catch (IllegalArgumentException e) {
            int dense = 0;
            for (Layer layer : model.layers()) {
                if (layer instanceof Dense) {
                    float[] kernel = kernel(layer).value();
                    System.arraycopy(kernels.get(dense++), 0, kernel, 0, kernel.length);
                }
            }
            throw e;
        }
    }

    private List<Scaling> scaleAll(Sequential model, Key key, int batch, float[] x) {
        List<Scaling> scalings = new ArrayList<>();
        float[] input = x;
        for (Layer layer : model.layers()) {
            float[] output = new float[Math.multiplyExact(batch, layer.outputSize())];
            layer.forward(batch, input, output);
            if (layer instanceof Dense) {
                Key own = key.child(scalings.size()).child(0);
                scalings.add(scale(layer, path(model, kernel(layer)), own, batch, input, output));
            }
            input = output;
        }
        return scalings;
    }

    private Scaling scale(Layer layer, String path, Key key, int batch, float[] input, float[] output) {
        Parameter kernel = kernel(layer);
        float[] w = kernel.value();
        float[] orthogonal = new Orthogonal(1).create(kernel.shape(), Samplers.of(key));
        System.arraycopy(orthogonal, 0, w, 0, w.length);
        layer.forward(batch, input, output);
        double before = variance(path, output);
        double variance = before;
        int iterations = 0;
        while (Math.abs(variance - 1) >= tolerance && iterations < maxIterations) {
            double deviation = Math.sqrt(variance);
            for (int i = 0; i < w.length; i++) {
                w[i] = (float) (w[i] / deviation);
            }
            layer.forward(batch, input, output);
            variance = variance(path, output);
            iterations++;
        }
        return new Scaling(path, before, variance, iterations);
    }

    /** The mean square distance from the mean, in two passes and in order. */
    private static double variance(String path, float[] output) {
        double sum = 0;
        for (float y : output) {
            sum += y;
        }
        double mean = sum / output.length;
        double squares = 0;
        for (float y : output) {
            squares += (y - mean) * (y - mean);
        }
        double variance = squares / output.length;
        if (!(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the output of " + path + " has variance " + variance
                    + " on this batch, expected a finite one above 0");
        }
        return variance;
    }

    private static void requireBatch(Sequential model, int batch, float[] x) {
        if (batch < 2) {
            throw new IllegalArgumentException("batch is " + batch + ", expected 2 or more");
        }
        int in = model.inputSize();
        if (x.length < (long) batch * in) {
            throw new IllegalArgumentException(
                    "x has " + x.length + " elements, expected " + in + " for each of " + batch + " samples");
        }
        boolean alike = true;
        for (int i = 0; i < batch * in; i++) {
            if (!Float.isFinite(x[i])) {
                throw new IllegalArgumentException("x[" + i + "] is " + x[i] + ", expected a finite number");
            }
            alike &= x[i] == x[i % in];
        }
        if (alike) {
            throw new IllegalArgumentException(
                    "x has " + batch + " samples that are all alike, expected a batch that varies");
        }
    }

    private static Parameter kernel(Layer layer) {
        return layer.parameters().get(0);
    }

    private static String path(Sequential model, Parameter kernel) {
        return model.named().entrySet().stream()
                .filter(entry -> entry.getValue() == kernel)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
