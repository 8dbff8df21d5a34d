// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import java.util.Arrays;
import org.initium.Shape;

/**
 * The numbers of inputs and outputs of a unit, which scale its weights.
 *
 * <p>By {@linkplain #of Keras's rule} a dense kernel is (in, out) and a convolution kernel (spatial ..., in, out):
 *
 * <pre>
 * rank 0   ()               fanIn 1                 fanOut 1
 * rank 1   (n)              n                       n
 * rank 2   (in, out)        in                      out
 * rank 3+  (..., in, out)   in * prod(spatial)      out * prod(spatial)
 * </pre>
 *
 * @param fanIn inputs of a unit
 * @param fanOut outputs that an input reaches
 */
public record Fans(double fanIn, double fanOut) {
    /** Fans by Keras's rule, {@code keras.src.initializers.random_initializers.compute_fans}. */
    public static Fans of(Shape shape) {
        int rank = shape.rank();
        if (rank == 0) {
            return new Fans(1, 1);
        }
        if (rank == 1) {
            return new Fans(shape.dim(0), shape.dim(0));
        }
        double receptiveField = 1;
        for (int axis = 0; axis < rank - 2; axis++) {
            receptiveField *= shape.dim(axis);
        }
        return new Fans(shape.dim(-2) * receptiveField, shape.dim(-1) * receptiveField);
    }

    /**
     * Fans by explicit axes, as Keras's {@code input_axes} and {@code output_axes}: the products of the dimensions along
     * them, for kernels that the rule does not fit, such as an attention projection (model, heads, head size).
     *
     * @param inputAxes axes over which a unit sums; a negative axis counts from the end
     * @param outputAxes axes along which units lie
     * @throws IllegalArgumentException if an axis is outside the shape
     */
    public static Fans of(Shape shape, int[] inputAxes, int[] outputAxes) {
        return new Fans(product("inputAxes", shape, inputAxes), product("outputAxes", shape, outputAxes));
    }

    /**
     * The product of the dimensions along some axes.
     *
     * @param name what the axes are, for the message
     * @param axes a negative axis counts from the end
     * @throws IllegalArgumentException if an axis is outside the shape
     */
    public static double product(String name, Shape shape, int[] axes) {
        double product = 1;
        for (int axis : axes) {
            if (axis < -shape.rank() || axis >= shape.rank()) {
                throw new IllegalArgumentException(name + " " + Arrays.toString(axes) + ": axis " + axis
                        + " is outside shape " + shape + " of rank " + shape.rank());
            }
            product *= shape.dim(axis);
        }
        return product;
    }
}
