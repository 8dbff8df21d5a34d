// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import org.initium.Shape;
import org.initium.Slice;
import org.initium.random.Sampler;

/** An initializer whose elements are drawn independently from one law, which the shape decides. */
interface IndependentInitializer extends Initializer {
    @Override
    Law.Independent law(Shape shape);

    @Override
    default void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
        slice.requireOf(shape);
        law(shape).draw(sampler, slice, out, offset);
    }
}
