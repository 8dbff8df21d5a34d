// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.List;

/**
 * One stage of a network: a function of a batch of samples, and its derivative.
 *
 * <p>A layer holds its parameters and nothing else between calls: {@link #backward} gets the input and the output of the
 * forward pass back from its caller. It allocates nothing after construction. It trusts the sizes of the arrays:
 * {@link Sequential} is the facade that checks them.
 */
public interface Layer {
    /** The snake_case name of the Keras layer, from which the names of saved weights follow: {@code dense}. */
    String name();

    /** Numbers per sample that go in. */
    int inputSize();

    /** Numbers per sample that come out. */
    int outputSize();

    /** The trainable tensors in Keras's order, none by default. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** Whether the output has a derivative with respect to the input; if not, the layer can only come first. */
    default boolean hasInputGradient() {
        return true;
    }

    /**
     * Computes {@code y} from {@code x}.
     *
     * @param batch number of samples, 1 or more
     * @param x (batch, inputSize), read
     * @param y (batch, outputSize), overwritten; not the array {@code x}
     */
    void forward(int batch, float[] x, float[] y);

    /**
     * Computes the gradients of a loss from its gradient with respect to the output. The gradients of the parameters are
     * overwritten, not added to.
     *
     * @param batch number of samples, 1 or more
     * @param x (batch, inputSize), as given to {@link #forward}
     * @param y (batch, outputSize), as {@link #forward} left it
     * @param dy (batch, outputSize), gradient with respect to {@code y}
     * @param dx (batch, inputSize), overwritten with the gradient with respect to {@code x}; null if it is not needed, and
     *     always null where {@link #hasInputGradient()} is false
     */
    void backward(int batch, float[] x, float[] y, float[] dy, float[] dx);
}
