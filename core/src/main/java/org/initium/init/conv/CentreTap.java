// SPDX-License-Identifier: Apache-2.0
package org.initium.init.conv;

import java.util.function.IntUnaryOperator;
import org.initium.Shape;

/**
 * The (in, out) matrix at one position of a convolution kernel (spatial ..., in, out): where kernels that pass each pixel on
 * to itself differ from 0.
 *
 * @param in input channels
 * @param out output channels
 * @param taps number of positions
 * @param first index of the matrix's first element in the kernel
 */
record CentreTap(int in, int out, long taps, long first) {
    /**
     * The matrix at {@code middle.applyAsInt(dimension)} of each spatial axis.
     *
     * @param initializer who asks, for the message
     * @throws IllegalArgumentException if the rank is not 3, 4 or 5
     */
    static CentreTap of(String initializer, Shape shape, IntUnaryOperator middle) {
        if (shape.rank() < 3 || shape.rank() > 5) {
            throw new IllegalArgumentException(
                    initializer + " needs a shape of rank 3, 4 or 5, got " + shape + " of rank " + shape.rank());
        }
        int in = shape.dim(-2);
        int out = shape.dim(-1);
        long taps = 1;
        long tap = 0;
        for (int axis = 0; axis < shape.rank() - 2; axis++) {
            taps *= shape.dim(axis);
            tap = tap * shape.dim(axis) + middle.applyAsInt(shape.dim(axis));
        }
        return new CentreTap(in, out, taps, tap * in * out);
    }
}
