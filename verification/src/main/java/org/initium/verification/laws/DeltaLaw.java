// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.laws;

import java.util.Arrays;
import org.initium.Shape;

/**
 * A convolution kernel (spatial ..., in, out) with a Haar matrix at position {@code ceil(k / 2) - 1} of each axis and zeros at
 * the others: L. Xiao et al. (2018), arXiv:1806.05393, algorithm 1, with JAX's choice among the two middles of an even size.
 *
 * @param shape the kernel's dimensions
 * @param gain length of the matrix's rows, above 0
 */
public record DeltaLaw(Shape shape, double gain) implements ExpectedLaw {
    /**
     * Checks that the matrix can have orthogonal rows.
     *
     * @throws IllegalArgumentException if the shape has more inputs than outputs, or fewer than two dimensions
     */
    public DeltaLaw {
        if (shape.rank() < 2 || shape.dim(-2) > shape.dim(-1)) {
            throw new IllegalArgumentException(
                    "shape is " + shape + ", expected (spatial ..., in, out) with no more inputs than outputs");
        }
    }

    /** The law of the matrix in the middle. */
    public Haar matrix() {
        return new Haar(shape.dim(-2), shape.dim(-1), gain);
    }

    /** The matrix in the middle of a kernel. */
    public float[] middle(float[] kernel) {
        return Arrays.copyOfRange(kernel, first(), first() + shape.dim(-2) * shape.dim(-1));
    }

    /** Number of elements outside the middle that are not 0. */
    public long strays(float[] kernel) {
        long strays = 0;
        for (int i = 0; i < kernel.length; i++) {
            boolean inside = i >= first() && i < first() + shape.dim(-2) * shape.dim(-1);
            strays += !inside && kernel[i] != 0 ? 1 : 0;
        }
        return strays;
    }

    /** Over all elements: the squares of the matrix add up to {@code in * gain^2}. */
    public double stddev() {
        return gain * Math.sqrt(shape.dim(-2) / (double) shape.size());
    }

    private int first() {
        int first = 0;
        int stride = shape.dim(-2) * shape.dim(-1);
        for (int axis = shape.rank() - 3; axis >= 0; axis--) {
            first += stride * ((shape.dim(axis) + 1) / 2 - 1);
            stride *= shape.dim(axis);
        }
        return first;
    }
}
