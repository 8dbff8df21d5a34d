// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import org.initium.Shape;

/**
 * A trainable tensor and the gradient of the loss with respect to it.
 *
 * <p>Both arrays are shared, not copied: a layer reads the value and overwrites the gradient in its backward pass, the
 * optimizer reads the gradient and changes the value.
 */
public final class Parameter {
    private final String name;
    private final Shape shape;
    private final float[] value;
    private final float[] grad;

    /**
     * A parameter that begins with these elements and a gradient of zeros.
     *
     * @param name what Keras calls it in its layer: {@code kernel}, {@code bias}, {@code embeddings}
     * @param value {@code shape.size()} elements in row-major order; kept, not copied
     * @throws IllegalArgumentException if the number of elements is not that of the shape
     */
    public Parameter(String name, Shape shape, float[] value) {
        if (value.length != shape.size()) {
            throw new IllegalArgumentException("value of parameter '" + name + "' has " + value.length
                    + " elements, shape " + shape + " has " + shape.size());
        }
        this.name = name;
        this.shape = shape;
        this.value = value;
        this.grad = new float[value.length];
    }

    /** The name within the layer. */
    public String name() {
        return name;
    }

    /** The dimensions of the value and of the gradient. */
    public Shape shape() {
        return shape;
    }

    /** The elements in row-major order, shared. */
    public float[] value() {
        return value;
    }

    /** The gradient of the last backward pass, element by element as {@link #value()}, shared. */
    public float[] grad() {
        return grad;
    }

    /** The name and the shape: {@code kernel (784, 128)}. */
    @Override
    public String toString() {
        return name + " " + shape;
    }
}
