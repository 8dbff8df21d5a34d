// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

import org.initium.Shape;

/**
 * Which number of connections scales the weights of {@code torch.nn.init.kaiming_uniform_} and {@code kaiming_normal_}, by
 * PyTorch's rule: a shape is (out, in, spatial ...).
 */
public enum FanMode {
    /** Inputs of a unit, {@code in * prod(spatial)}: the variance of a forward pass stays. */
    FAN_IN,
    /** Outputs that an input reaches, {@code out * prod(spatial)}: the variance of a backward pass stays. */
    FAN_OUT;

    /**
     * The fan of a tensor.
     *
     * @throws IllegalArgumentException if the shape's rank is below 2
     */
    public long fan(Shape shape) {
        if (shape.rank() < 2) {
            throw new IllegalArgumentException(
                    "fans need a shape (out, in, spatial ...) of rank 2 or more, got " + shape);
        }
        long fan = shape.dim(this == FAN_IN ? 1 : 0);
        for (int axis = 2; axis < shape.rank(); axis++) {
            fan *= shape.dim(axis);
        }
        return fan;
    }
}
