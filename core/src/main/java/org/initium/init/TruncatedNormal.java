// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import org.initium.Shape;

/**
 * Normal, redrawn until it lies within two {@code stddev} of {@code mean}: {@code keras.initializers.TruncatedNormal}.
 *
 * <p>As in Keras {@code stddev} is that of the normal before truncation, so the elements' own is 0.87962566103423978
 * {@code stddev}; {@link VarianceScaling} corrects for this, TruncatedNormal does not.
 *
 * @param mean expected value
 * @param stddev standard deviation before truncation, 0 or more
 */
public record TruncatedNormal(double mean, double stddev) implements IndependentInitializer {
    /** Keras's default: mean 0, standard deviation 0.05 before truncation. */
    public static final TruncatedNormal DEFAULT = new TruncatedNormal(0, 0.05);

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if one is not finite or {@code stddev} is negative
     */
    public TruncatedNormal {
        Arguments.requireFinite("mean", mean);
        Arguments.requireStddev(stddev);
    }

    @Override
    public Law.TruncatedNormal law(Shape shape) {
        return new Law.TruncatedNormal(mean, stddev);
    }
}
