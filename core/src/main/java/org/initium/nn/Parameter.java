// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.Arrays;
import org.initium.Shape;

/**
 * A trainable tensor and the gradient of the loss with respect to it.
 *
 * <p>Both arrays are shared, not copied: a layer reads the value and overwrites the gradient in its backward pass, the
 * optimizer reads the gradient and changes the value.
 *
 * <p>A layer that reads a few rows of a large table, {@link Embedding}, names the rows whose gradient it wrote; an optimizer
 * then leaves the others alone and, if momentum still moves them, owes them their updates until somebody reads them. Whoever
 * asks for the {@link #value()} gets all of it up to date, and whoever asks for the {@link #grad()} may have changed any of
 * it: so nobody else needs to know. But ask again after each step, rather than keep the array from an earlier one.
 */
public final class Parameter {
    private final String name;
    private final Shape shape;
    private final float[] value;
    private final float[] grad;
    private final RowSet gradientRows;
    /** Owes rows of {@link #value} updates; null if none are owed. */
    private Debtor debtor;

    /** Owes rows of a value the updates that do not depend on a gradient, and makes them when they are due. */
    interface Debtor {
        /** Makes all updates that one row is owed. */
        void settle(int row);

        /** Makes all updates that any row is owed. */
        void settle();
    }

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
        int rows = shape.rank() == 0 ? 1 : shape.dim(0);
        this.gradientRows = new RowSet(rows, rows == 0 ? 0 : value.length / rows);
    }

    /** The name within the layer. */
    public String name() {
        return name;
    }

    /** The dimensions of the value and of the gradient. */
    public Shape shape() {
        return shape;
    }

    /** The elements in row-major order, shared and up to date. */
    public float[] value() {
        if (debtor != null) {
            debtor.settle();
        }
        return value;
    }

    /** The gradient of the last backward pass, element by element as {@link #value()}, shared. */
    public float[] grad() {
        gradientRows.addAll();
        return grad;
    }

    /** The name and the shape: {@code kernel (784, 128)}. */
    @Override
    public String toString() {
        return name + " " + shape;
    }

    /** {@link #value()} for one who reads and changes only rows that are {@link #settle}d. */
    float[] settledValue() {
        return value;
    }

    /** Brings one row of the value up to date. */
    void settle(int row) {
        if (debtor != null) {
            debtor.settle(row);
        }
    }

    /** Makes {@code next} the one who owes this value updates; one before it settles its debts. */
    void owedBy(Debtor next) {
        if (debtor != next) {
            if (debtor != null) {
                debtor.settle();
            }
            debtor = next;
        }
    }

    /** {@link #grad()} for one who reads only {@link #gradientRows()}, and names there what he writes. */
    float[] namedGradient() {
        return grad;
    }

    /** Rows of the gradient that may hold anything but zeros; all of them unless a layer says otherwise. */
    RowSet gradientRows() {
        return gradientRows;
    }

    /** Sets the gradient to zeros and forgets its rows, if these are tracked. */
    void clearGradient() {
        for (int s = 0; s < gradientRows.spans(); s++) {
            Arrays.fill(grad, gradientRows.from(s), gradientRows.to(s), 0);
        }
        gradientRows.clear();
    }
}
