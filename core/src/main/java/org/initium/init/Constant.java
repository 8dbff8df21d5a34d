// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import java.util.Arrays;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.random.Sampler;

/**
 * The same value everywhere: {@code keras.initializers.Constant}, and with 0 and 1 {@code Zeros} and {@code Ones}.
 *
 * @param value the value, rounded to a float
 */
public record Constant(double value) implements Initializer {
    /** Keras's default, 0. */
    public static final Constant DEFAULT = new Constant(0);

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public Constant {
        Arguments.requireFinite("value", value);
    }

    @Override
    public Law.Constant law(Shape shape) {
        return new Law.Constant((float) value);
    }

    @Override
    public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
        slice.requireOf(shape);
        Arguments.requireRoom(slice, out, offset);
        Arrays.fill(out, offset, offset + slice.count(), (float) value);
    }
}
