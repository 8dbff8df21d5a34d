// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import org.apache.commons.math3.special.Gamma;

/**
 * Exact test of the variance of a normal law with known mean: {@code n average((x - mean)^2) / variance} is chi-squared
 * with n degrees of freedom.
 */
public final class ChiSquaredVariance {
    private ChiSquaredVariance() {}

    /**
     * Two-sided p-value, twice the smaller tail; NaN if the sample contains one.
     *
     * <p>Each tail is computed for itself: one minus the other would have no digits left at 1e-9.
     *
     * @param alpha the rate at which the caller will judge the p-value; only to refuse a sample that is too small for it
     * @throws IllegalArgumentException if {@code alpha} is not between 0 and 1, or if n is so small that a variance half as
     *     large could not be told from the right one
     */
    public static double pValue(Moments moments, double stddev, double alpha) {
        double half = moments.n() / 2.0;
        if (2 * Gamma.regularizedGammaP(half, half / 2) > Alpha.require(alpha)) {
            throw Alpha.tooFew(moments.n(), "test of the variance", alpha, "half the variance would pass");
        }
        double chiSquared = moments.n() * (moments.variance() / (stddev * stddev));
        if (Double.isNaN(chiSquared)) {
            return Double.NaN;
        }
        if (chiSquared == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double lower = Gamma.regularizedGammaP(half, chiSquared / 2);
        double upper = Gamma.regularizedGammaQ(half, chiSquared / 2);
        return Math.min(1, 2 * Math.min(lower, upper));
    }
}
