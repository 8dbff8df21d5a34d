// SPDX-License-Identifier: Apache-2.0
package org.initium;

/**
 * A run of consecutive elements of a tensor in row-major order: elements {@code first .. first + count - 1} of
 * {@code total}.
 *
 * @param total number of elements of the whole tensor
 * @param first index of the slice's first element
 * @param count number of elements in the slice
 */
public record Slice(long total, long first, int count) {
    /**
     * Checks that the slice lies inside the tensor.
     *
     * @throws IllegalArgumentException if it does not
     */
    public Slice {
        if (total < 0 || first < 0 || count < 0 || count > total - first) {
            throw new IllegalArgumentException("slice of " + count + " elements from element " + first
                    + " does not lie inside a tensor of " + total + " elements");
        }
    }

    /** All elements of a tensor of {@code total} elements. */
    public static Slice all(int total) {
        return new Slice(total, 0, total);
    }

    /**
     * All elements of a tensor of this shape.
     *
     * @throws IllegalArgumentException if they do not fit one array
     */
    public static Slice all(Shape shape) {
        return all(shape.intSize());
    }

    /**
     * Checks that this is a slice of a tensor of this shape.
     *
     * @throws IllegalArgumentException if {@link #total()} is not the shape's number of elements
     */
    public void requireOf(Shape shape) {
        if (total != shape.size()) {
            throw new IllegalArgumentException("slice of a tensor of " + total + " elements, expected one of "
                    + shape.size() + " elements, as shape " + shape + " has");
        }
    }
}
