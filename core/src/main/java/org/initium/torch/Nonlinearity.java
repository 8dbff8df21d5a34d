// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

import org.initium.SnakeCase;
import org.initium.init.Gain;

/** The layers and activations for which {@code torch.nn.init.calculate_gain} knows a gain. */
public enum Nonlinearity {
    /** Gain 1, and so have the convolutions and the sigmoid. */
    LINEAR,
    /** Gain 1. */
    CONV1D,
    /** Gain 1. */
    CONV2D,
    /** Gain 1. */
    CONV3D,
    /** Gain 1. */
    CONV_TRANSPOSE1D,
    /** Gain 1. */
    CONV_TRANSPOSE2D,
    /** Gain 1. */
    CONV_TRANSPOSE3D,
    /** Gain 1. */
    SIGMOID,
    /** Gain 5/3. */
    TANH,
    /** Gain sqrt(2). */
    RELU,
    /** Gain {@code sqrt(2 / (1 + slope^2))}. */
    LEAKY_RELU,
    /** Gain 3/4, found by experiment (pytorch/pytorch pull request 50664). */
    SELU;

    /**
     * The nonlinearity of PyTorch's name, such as {@code leaky_relu}.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static Nonlinearity of(String name) {
        return SnakeCase.parse("nonlinearity", name, values());
    }

    /** {@code torch.nn.init.calculate_gain(name)}: what the standard deviation of the weights is multiplied by. */
    public double gain() {
        return Gain.of(toString());
    }

    /**
     * {@code torch.nn.init.calculate_gain(name, param)}.
     *
     * @param slope of {@link #LEAKY_RELU} below 0; no other takes it into account
     */
    public double gain(double slope) {
        return this == LEAKY_RELU ? Gain.leakyRelu(slope) : gain();
    }

    /** PyTorch's name, such as {@code leaky_relu}. */
    @Override
    public String toString() {
        return SnakeCase.of(this);
    }
}
