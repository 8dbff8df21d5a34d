// SPDX-License-Identifier: Apache-2.0
package org.initium;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The dimensions of a tensor, outermost first; elements lie in row-major (C) order.
 *
 * <p>A shape of rank 0 is a scalar with one element. A dimension may be 0, as in NumPy; the number of elements may exceed
 * {@link Integer#MAX_VALUE}, as long as it fits a {@code long}.
 */
public final class Shape {
    private final int[] dimensions;
    private final long size;

    private Shape(int[] dimensions) {
        long elements = 1;
        for (int d : dimensions) {
            if (d < 0) {
                throw new IllegalArgumentException(
                        "shape " + format(dimensions) + ": dimension " + d + " is negative, expected 0 or more");
            }
        }
        try {
            for (int d : dimensions) {
                elements = Math.multiplyExact(elements, (long) d);
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("shape " + format(dimensions) + " has more than 2^63-1 elements", e);
        }
        this.dimensions = dimensions;
        this.size = elements;
    }

    /**
     * The shape with these dimensions, outermost first.
     *
     * @throws IllegalArgumentException if a dimension is negative or the number of elements exceeds 2^63-1
     */
    public static Shape of(int... dimensions) {
        return new Shape(dimensions.clone());
    }

    /**
     * Reads {@code "784,128"} or {@code "784x128"}.
     *
     * @throws IllegalArgumentException if the text is not a list of whole numbers from 0 to 2^31-1, separated by commas or by
     *     the letter x
     */
    public static Shape parse(String text) {
        String[] parts = text.split("[,x]", -1);
        int[] dimensions = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            try {
                dimensions[i] = Integer.parseInt(parts[i].strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "shape '" + text + "': '" + parts[i] + "' is not a whole number from 0 to 2147483647", e);
            }
        }
        return new Shape(dimensions);
    }

    /** Number of dimensions. */
    public int rank() {
        return dimensions.length;
    }

    /**
     * Dimension {@code axis}; a negative axis counts from the end, so {@code dim(-1)} is the last one.
     *
     * @throws IndexOutOfBoundsException if the axis is outside {@code -rank() .. rank()-1}
     */
    public int dim(int axis) {
        if (axis < -dimensions.length || axis >= dimensions.length) {
            throw new IndexOutOfBoundsException("axis " + axis + " of shape " + this + " of rank " + dimensions.length);
        }
        return dimensions[axis < 0 ? dimensions.length + axis : axis];
    }

    /** Number of elements. */
    public long size() {
        return size;
    }

    /**
     * Number of elements, for a tensor that has to fit one Java array.
     *
     * @throws IllegalArgumentException if there are more than 2^31-1
     */
    public int intSize() {
        if (size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("shape " + this + " has " + size
                    + " elements, more than the 2147483647 of one array; fill it slice by slice");
        }
        return (int) size;
    }

    /** A fresh array of the dimensions. */
    public int[] toArray() {
        return dimensions.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape that && Arrays.equals(dimensions, that.dimensions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dimensions);
    }

    /** As Python prints a tuple: {@code (784, 128)}, {@code (3,)}, {@code ()}. */
    @Override
    public String toString() {
        return format(dimensions);
    }

    private static String format(int[] dimensions) {
        String inner = Arrays.stream(dimensions).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return dimensions.length == 1 ? "(" + inner + ",)" : "(" + inner + ")";
    }
}
