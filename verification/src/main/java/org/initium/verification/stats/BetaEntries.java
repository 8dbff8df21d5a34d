// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import org.apache.commons.math3.special.Beta;

/**
 * The law of an entry of a random orthogonal matrix of Haar's distribution, which is a coordinate of a uniform point of the sphere in
 * n dimensions: symmetric, its square of the beta law with parameters 1/2 and (n - 1)/2. K. V. Mardia, P. E. Jupp (2000),
 * "Directional Statistics", section 9.3.1. {@code u' Q v} for fixed unit vectors u and v follows it too.
 *
 * <p>For n = 2 it is the arcsine law, for 3 uniform, for 4 E. Wigner's semicircle.
 *
 * @param n rows of the matrix, 2 or more
 */
public record BetaEntries(int n) {
    /**
     * Checks the dimension.
     *
     * @throws IllegalArgumentException if n is below 2, where entries are 1 or -1 only
     */
    public BetaEntries {
        if (n < 2) {
            throw new IllegalArgumentException("n is " + n + ", expected 2 or more");
        }
    }

    /**
     * Probability of an entry of at most {@code x}, with a relative error of some 1e-13 below 0 and an absolute one above; 0 below -1, 1
     * above 1, NaN for NaN. The upper tail is {@code cdf(-x)}, by symmetry.
     */
    public double cdf(double x) {
        if (Math.abs(x) >= 1) {
            return x < 0 ? 0 : 1;
        }
        double tail = beyond(Math.abs(x)) / 2;
        return x < 0 ? tail : 1 - tail;
    }

    /** Probability that the magnitude of an entry is above {@code x} in 0 .. 1. */
    private double beyond(double x) {
        double square = x * x;
        double shape = (n - 1) / 2.0;
        // Where commons-math3 would take one minus the other anyway, as the digits of a small square are in the square
        // alone.
        if (square * (shape + 2.5) < 1.5) {
            return 1 - Beta.regularizedBeta(square, 0.5, shape);
        }
        return Beta.regularizedBeta((1 - x) * (1 + x), shape, 0.5);
    }
}
