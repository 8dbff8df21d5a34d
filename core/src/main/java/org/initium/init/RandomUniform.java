// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import org.initium.Shape;

/**
 * Uniform on {@code [minval, maxval)}: {@code keras.initializers.RandomUniform}.
 *
 * @param minval lower bound, included
 * @param maxval upper bound, excluded; at least {@code minval}
 */
public record RandomUniform(double minval, double maxval) implements IndependentInitializer {
    /** Keras's default: {@code [-0.05, 0.05)}. */
    public static final RandomUniform DEFAULT = new RandomUniform(-0.05, 0.05);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a bound is not finite or {@code minval > maxval}
     */
    public RandomUniform {
        Arguments.requireFinite("minval", minval);
        Arguments.requireFinite("maxval", maxval);
        if (minval > maxval) {
            throw new IllegalArgumentException("minval " + minval + " is above maxval " + maxval);
        }
    }

    @Override
    public Law.Uniform law(Shape shape) {
        return new Law.Uniform(minval, maxval);
    }
}
