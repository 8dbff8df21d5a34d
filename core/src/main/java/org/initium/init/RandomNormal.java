// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import org.initium.Shape;

/**
 * Normal: {@code keras.initializers.RandomNormal}.
 *
 * @param mean expected value
 * @param stddev standard deviation, 0 or more
 */
public record RandomNormal(double mean, double stddev) implements IndependentInitializer {
    /** Keras's default: mean 0, standard deviation 0.05. */
    public static final RandomNormal DEFAULT = new RandomNormal(0, 0.05);

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if one is not finite or {@code stddev} is negative
     */
    public RandomNormal {
        Arguments.requireFinite("mean", mean);
        Arguments.requireStddev(stddev);
    }

    @Override
    public Law.Normal law(Shape shape) {
        return new Law.Normal(mean, stddev);
    }
}
