// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import org.initium.Shape;
import org.initium.Slice;
import org.initium.random.Sampler;

/**
 * How the elements of a tensor begin: a pure function of the shape, the sampler and the element's index.
 *
 * <p>Initializers are immutable and can be shared between threads.
 */
public interface Initializer {
    /** The law that the elements of a tensor of this shape follow. */
    Law law(Shape shape);

    /**
     * Writes the elements of {@code slice} of a tensor of this shape to {@code out[offset ..]}, and nothing else.
     *
     * @param slice a slice of a tensor of {@code shape.size()} elements
     * @throws IllegalArgumentException if this initializer does not apply to the shape, or the slice is not one of such a
     *     tensor; nothing is written then
     * @throws IndexOutOfBoundsException if the slice does not fit {@code out}; nothing is written then
     */
    void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset);

    /**
     * A new tensor's elements in row-major order.
     *
     * @throws IllegalArgumentException if this initializer does not apply to the shape, or its elements do not fit one
     *     array
     */
    default float[] create(Shape shape, Sampler sampler) {
        float[] out = new float[shape.intSize()];
        fill(shape, sampler, Slice.all(shape), out, 0);
        return out;
    }
}
