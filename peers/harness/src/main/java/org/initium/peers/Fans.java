// SPDX-License-Identifier: Apache-2.0
package org.initium.peers;

import org.initium.Shape;

/**
 * Inputs and outputs of a unit, by the layout of its tensor.
 *
 * @param in inputs of a unit
 * @param out outputs that an input reaches
 */
public record Fans(double in, double out) {
    /** Of a kernel (..., inputs, outputs) of rank 2 or more, as Keras and TensorFlow lay it out. */
    public static Fans inputsFirst(Shape shape) {
        return new Fans((double) shape.size() / shape.dim(-1), (double) shape.size() / shape.dim(-2));
    }

    /** Of a kernel (outputs, inputs, ...) of rank 2 or more, as PyTorch lays it out. */
    public static Fans outputsFirst(Shape shape) {
        return new Fans((double) shape.size() / shape.dim(0), (double) shape.size() / shape.dim(1));
    }

    /** Sum of both. */
    public double sum() {
        return in + out;
    }
}
