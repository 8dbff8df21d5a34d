// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/**
 * Factors that make up for what an activation does to the size of its input, for {@link Orthogonal} and its like:
 * {@code new Orthogonal(Gain.relu())}.
 *
 * <p>The table of {@code torch.nn.init.calculate_gain}. A gain {@code g} on weights of variance {@code 1 / fanIn} is
 * {@code new VarianceScaling(g * g, FAN_IN, ...)}.
 */
public final class Gain {
    /** PyTorch's slope of a leaky ReLU that does not state its own. */
    private static final double LEAKY_SLOPE = 0.01;

    private static final Map<String, DoubleSupplier> BY_NAME = new TreeMap<>(Map.ofEntries(
            Map.entry("linear", Gain::linear),
            Map.entry("conv1d", Gain::linear),
            Map.entry("conv2d", Gain::linear),
            Map.entry("conv3d", Gain::linear),
            Map.entry("conv_transpose1d", Gain::linear),
            Map.entry("conv_transpose2d", Gain::linear),
            Map.entry("conv_transpose3d", Gain::linear),
            Map.entry("sigmoid", Gain::sigmoid),
            Map.entry("tanh", Gain::tanh),
            Map.entry("relu", Gain::relu),
            Map.entry("leaky_relu", () -> leakyRelu(LEAKY_SLOPE)),
            Map.entry("selu", Gain::selu)));

    private Gain() {}

    /** 1: layers without an activation, dense or convolutional. */
    public static double linear() {
        return 1;
    }

    /** 1, which PyTorch recommends for the sigmoid although its slope is at most 1/4. */
    public static double sigmoid() {
        return 1;
    }

    /** 5/3. */
    public static double tanh() {
        return 5.0 / 3;
    }

    /** {@code sqrt(2)}, for half of the inputs are lost: He et al. (2015), equation 10. */
    public static double relu() {
        return Math.sqrt(2);
    }

    /**
     * {@code sqrt(2 / (1 + slope^2))}: He et al. (2015), equation 15.
     *
     * @param slope slope for negative inputs
     * @throws IllegalArgumentException if it is not finite
     */
    public static double leakyRelu(double slope) {
        Arguments.requireFinite("slope", slope);
        return Math.sqrt(2 / (1 + slope * slope));
    }

    /**
     * 3/4, found by trial (PyTorch, pull request 50664). Self-normalising networks need 1, {@link #linear}: G. Klambauer
     * et al. (2017), "Self-Normalizing Neural Networks".
     */
    public static double selu() {
        return 0.75;
    }

    /**
     * The gain of PyTorch's name: {@code linear}, {@code conv1d} and its like, {@code sigmoid}, {@code tanh},
     * {@code relu}, {@code leaky_relu} (of slope 0.01) or {@code selu}.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static double of(String name) {
        DoubleSupplier gain = BY_NAME.get(name);
        if (gain == null) {
            throw new IllegalArgumentException(
                    "gain '" + name + "' is unknown, expected one of " + String.join(", ", names()));
        }
        return gain.getAsDouble();
    }

    /** The names that {@link #of} knows, in alphabetical order. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(BY_NAME.keySet());
    }
}
