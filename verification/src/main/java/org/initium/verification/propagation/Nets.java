// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import java.util.Arrays;
import java.util.function.Function;
import org.initium.Shape;
import org.initium.verification.laws.ExpectedLaw;

/**
 * Nets of dense layers without biases, all with the same widths and the same input, which differ in their weights.
 *
 * @param weights the kernels on trial
 * @param laws the law that a kernel of a shape should follow, with mean 0
 * @param widths numbers that go into the first layer, then units of each layer
 * @param count number of nets
 * @param input (widths[0]), finite and not all 0
 */
public record Nets(
        WeightSource weights, Function<Shape, ExpectedLaw.Random> laws, int[] widths, int count, float[] input) {
    /**
     * Copies the arrays.
     *
     * @throws IllegalArgumentException if there is no layer, a width or the count is below 1, a law's mean is not 0, or the
     *     input does not fit, is all 0 or not finite
     */
    public Nets {
        widths = requireWidths(widths);
        input = requireInput(input, widths[0]);
        if (count < 1) {
            throw new IllegalArgumentException("count is " + count + ", expected 1 net or more");
        }
        for (int l = 0; l + 1 < widths.length; l++) {
            double mean = laws.apply(Shape.of(widths[l], widths[l + 1])).mean();
            if (mean != 0) {
                throw new IllegalArgumentException("the law of layer " + l + " has mean " + mean + ", expected 0");
            }
        }
    }

    static int[] requireWidths(int[] widths) {
        if (widths.length < 2 || Arrays.stream(widths).anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException("widths is " + Arrays.toString(widths)
                    + ", expected the input's and that of each layer, all 1 or more");
        }
        return widths.clone();
    }

    static float[] requireInput(float[] input, int width) {
        double square = ForwardPass.square(ForwardPass.widen(input));
        if (input.length != width || !(square > 0) || Double.isInfinite(square)) {
            throw new IllegalArgumentException("input has " + input.length + " elements with the sum of squares "
                    + square + ", expected " + width + " finite ones that are not all 0");
        }
        return input.clone();
    }

    @Override
    public int[] widths() {
        return widths.clone();
    }

    @Override
    public float[] input() {
        return input.clone();
    }

    /** Number of layers. */
    public int depth() {
        return widths.length - 1;
    }

    /** Numbers that go into a layer. */
    int in(int layer) {
        return widths[layer];
    }

    /** Units of a layer. */
    int out(int layer) {
        return widths[layer + 1];
    }

    /** Units of all layers of all nets: the size of the sample. */
    long units() {
        long perNet = 0;
        for (int l = 0; l < depth(); l++) {
            perNet += out(l);
        }
        return perNet * count;
    }

    /** The law that the kernel of a layer should follow. */
    ExpectedLaw.Random law(int layer) {
        return laws.apply(Shape.of(in(layer), out(layer)));
    }

    /** Whether all kernels should be normal. */
    boolean isNormal() {
        for (int l = 0; l < depth(); l++) {
            if (!(law(l) instanceof ExpectedLaw.Normal)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The way back of a gradient through these nets: the kernels transposed, last layer first. In {@link Transfer#LINEAR} nets its
     * length follows from the fans of the outputs as a signal's does from those of the inputs.
     *
     * @param gradient with respect to the last layer's units, finite and not all 0
     */
    public Nets backward(float[] gradient) {
        int[] reversed = new int[widths.length];
        for (int l = 0; l < widths.length; l++) {
            reversed[l] = widths[widths.length - 1 - l];
        }
        WeightSource transposed = (net, layer, shape) ->
                ForwardPass.transpose(kernel(net, depth() - 1 - layer), shape.dim(1), shape.dim(0));
        return new Nets(
                transposed, shape -> laws.apply(Shape.of(shape.dim(1), shape.dim(0))), reversed, count, gradient);
    }

    /** The mean square of the input. */
    double inputMeanSquare() {
        return ForwardPass.square(ForwardPass.widen(input)) / input.length;
    }

    /** The kernel (in, out) of one layer of one net. */
    float[] kernel(int net, int layer) {
        return ForwardPass.draw(weights, net, layer, Shape.of(in(layer), out(layer)));
    }

    /** {@code "N = 200 nets of 10 layers, 12800 units"}. */
    String size() {
        return "N = " + count + " nets of " + depth() + (depth() == 1 ? " layer, " : " layers, ") + units() + " units";
    }
}
