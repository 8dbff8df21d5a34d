// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import org.initium.Shape;

/** How a library, right or wrong, counts a unit's inputs and outputs from a shape. */
public enum FanConvention {
    /** (spatial ..., in, out), spatial positions counted: Keras, TensorFlow, JAX. */
    KERAS("Keras's layout (..., in, out)") {
        @Override
        Fans matrixFans(Shape shape) {
            double field = product(shape, 0, shape.rank() - 2);
            return new Fans(field * shape.dim(-2), field * shape.dim(-1));
        }
    },
    /** (out, in, spatial ...), spatial positions counted: PyTorch, DJL. */
    PYTORCH("PyTorch's layout (out, in, ...)") {
        @Override
        Fans matrixFans(Shape shape) {
            double field = product(shape, 2, shape.rank());
            return new Fans(field * shape.dim(1), field * shape.dim(0));
        }
    },
    /** Keras's layout with inputs and outputs mistaken for each other. */
    SWAPPED("Keras's layout with the fans swapped") {
        @Override
        Fans matrixFans(Shape shape) {
            Fans fans = KERAS.matrixFans(shape);
            return new Fans(fans.out(), fans.in());
        }
    },
    /** Keras's layout, spatial positions forgotten: keras-team/keras issue 2252, chainer issue 1774. */
    NO_RECEPTIVE_FIELD("fans without the receptive field") {
        @Override
        Fans matrixFans(Shape shape) {
            return new Fans(shape.dim(-2), shape.dim(-1));
        }
    },
    /** Keras's layout, where a convolution's inputs count as positions too: TensorFlow Java's {@code VarianceScaling}. */
    CHANNELS_TWICE("fans that count the input channels twice") {
        @Override
        Fans matrixFans(Shape shape) {
            double field = product(shape, 0, shape.rank() - (shape.rank() == 2 ? 2 : 1));
            return new Fans(field * shape.dim(-2), field * shape.dim(-1));
        }
    };

    private final String words;

    FanConvention(String words) {
        this.words = words;
    }

    /**
     * Inputs and outputs of a unit.
     *
     * @param in inputs, 1 or more
     * @param out outputs, 1 or more
     */
    public record Fans(double in, double out) {}

    /** Fans of a shape of rank 2 or more. */
    abstract Fans matrixFans(Shape shape);

    /** Fans of a shape without a dimension 0; vectors count as their own length and scalars as 1, as in Keras. */
    public Fans fans(Shape shape) {
        return shape.rank() < 2 ? new Fans(shape.size(), shape.size()) : matrixFans(shape);
    }

    /** The convention in a few words. */
    @Override
    public String toString() {
        return words;
    }

    private static double product(Shape shape, int from, int to) {
        double product = 1;
        for (int axis = from; axis < to; axis++) {
            product *= shape.dim(axis);
        }
        return product;
    }
}
