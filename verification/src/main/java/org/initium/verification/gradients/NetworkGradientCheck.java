// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.gradients;

import java.util.List;
import org.initium.nn.Activation;
import org.initium.nn.Loss;
import org.initium.nn.Parameter;
import org.initium.nn.Sequential;
import org.initium.verification.checks.Verdict;

/**
 * The gradient of a perceptron's loss with respect to all its weights at once: that the layers' gradients, each right in itself,
 * are passed on as they should be. It is judged by the slope of the Taylor remainder, on the second of two batches: what the first
 * one left in the buffers between the layers must be gone.
 */
public final class NetworkGradientCheck {
    /** The name in reports of the slope of the Taylor remainder. */
    public static final String SLOPE_NAME = TaylorRemainder.NAME;

    /**
     * The relative error along the direction that is found. Forward and back through three layers of some ten units, a component
     * gathers a hundred roundings at most, of which most cancel in the sum over all: 1e-6.
     */
    private static final double DETECTABLE = 2e-5;

    /** Of the direction's components: all weights of a layer move at once, and its sums by as many times as much. */
    private static final double REACH = 0.1;

    private NetworkGradientCheck() {}

    /**
     * The verdict on one batch, after another with the inputs negated.
     *
     * @param model dense layers with the activation between them, as {@link Sequential#mlp} makes them
     * @param sizes numbers per sample: the input, the hidden layers, the output
     * @param hidden a smooth activation: a step could take a unit of the others across its kink
     * @param batch number of samples
     * @param x (batch, sizes[0])
     * @param targets (batch, {@code loss.targetSize(outputs)})
     * @throws IllegalArgumentException if the activation has a kink
     */
    public static Verdict slope(
            Sequential model, int[] sizes, Activation hidden, Loss loss, int batch, float[] x, float[] targets) {
        if (hidden == Activation.RELU || hidden == Activation.LEAKY_RELU) {
            throw new IllegalArgumentException(hidden.kerasName() + " has a kink, expected a smooth activation");
        }
        float[] before = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            before[i] = -x[i];
        }
        model.lossAndGradients(batch, before, targets, loss);
        model.lossAndGradients(batch, x, targets, loss);
        List<Parameter> parameters = model.parameters();
        int count = parameters.stream().mapToInt(p -> p.value().length).sum();
        double[] point = new double[count];
        float[] gradient = new float[count];
        int at = 0;
        for (Parameter parameter : parameters) {
            float[] value = parameter.value();
            for (int i = 0; i < value.length; i++) {
                point[at + i] = value[i];
            }
            System.arraycopy(parameter.grad(), 0, gradient, at, value.length);
            at += value.length;
        }
        double[] input = GradientComparison.toDouble(x);
        double[] wanted = GradientComparison.toDouble(targets);
        TaylorRemainder remainder = new TaylorRemainder(
                weights -> loss(sizes, hidden.kerasName(), loss.kerasName(), batch, input, wanted, weights),
                point,
                gradient,
                REACH);
        return remainder.verdict(DETECTABLE);
    }

    /** The loss as a function of all weights: for each layer the kernel, then the bias. */
    private static double loss(
            int[] sizes, String hidden, String loss, int batch, double[] x, double[] targets, double[] weights) {
        double[] a = x;
        int at = 0;
        for (int layer = 0; layer + 1 < sizes.length; layer++) {
            int in = sizes[layer];
            int out = sizes[layer + 1];
            if (layer > 0) {
                a = ReferenceNetwork.activation(hidden, batch, in, a);
            }
            double[] kernel = new double[in * out];
            double[] bias = new double[out];
            System.arraycopy(weights, at, kernel, 0, kernel.length);
            System.arraycopy(weights, at + kernel.length, bias, 0, out);
            at += kernel.length + out;
            a = ReferenceNetwork.dense(batch, in, out, a, kernel, bias);
        }
        return ReferenceNetwork.loss(loss, batch, sizes[sizes.length - 1], a, targets);
    }
}
