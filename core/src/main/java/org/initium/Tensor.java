// SPDX-License-Identifier: Apache-2.0
package org.initium;

/**
 * A shape and its elements in row-major order. The array is not copied: whoever holds the tensor shares it.
 *
 * @param shape the dimensions
 * @param data {@code shape.size()} elements
 */
public record Tensor(Shape shape, float[] data) {
    /**
     * Checks that the array has as many elements as the shape.
     *
     * @throws IllegalArgumentException if it does not
     */
    public Tensor {
        if (data.length != shape.size()) {
            throw new IllegalArgumentException(
                    "data has " + data.length + " elements, shape " + shape + " has " + shape.size());
        }
    }
}
