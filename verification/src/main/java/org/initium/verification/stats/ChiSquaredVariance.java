// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import org.apache.commons.math3.special.Gamma;

/**
 * Exact test of the variance of a normal law with known mean: {@code n average((x - mean)^2) / variance} is chi-squared
 * with n degrees of freedom.
 */
public final class ChiSquaredVariance {
    /** How finely quantiles are looked for between their bound and the mean: to 1e-7 of the distance, in 24 steps. */
    private static final long STEPS = 1 << 24;

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

    /**
     * The smallest relative error of the standard deviation that is found in 999 samples of 1,000 of a law that is normal but for its scale,
     * too large or too small; exact to 1e-6 of itself for n of 5 or more, to 1 % below, where the quantile of 0.1 % is nearly 0.
     *
     * @throws IllegalArgumentException if n is below 1 or {@code alpha} not between 0 and 1
     */
    public static double detectable(int n, double alpha) {
        double half = Alpha.requireSize(n) / 2.0;
        double tail = Alpha.require(alpha) / 2;
        double tooLarge = Math.sqrt(upperQuantile(half, tail) / lowerQuantile(half, Power.MISS)) - 1;
        double tooSmall = 1 - Math.sqrt(lowerQuantile(half, tail) / upperQuantile(half, Power.MISS));
        return Math.max(tooSmall, tooLarge);
    }

    /** The x that half a chi-squared of {@code 2 half} degrees exceeds with probability {@code tail}. */
    private static double upperQuantile(double half, double tail) {
        // B. Laurent, P. Massart (2000), "Adaptive Estimation of a Quadratic Functional", lemma 1.
        double exponent = -StrictMath.log(tail);
        double step = (Math.sqrt(2 * half * exponent) + exponent) / STEPS;
        return half
                + step * Bisection.firstCount(i -> Gamma.regularizedGammaQ(half, half + step * i) <= tail, 0, STEPS);
    }

    /** The x below which half a chi-squared of {@code 2 half} degrees is with probability {@code tail}. */
    private static double lowerQuantile(double half, double tail) {
        double step = Math.min(half, Math.sqrt(-2 * half * StrictMath.log(tail))) / STEPS;
        return half
                - step * Bisection.firstCount(i -> Gamma.regularizedGammaP(half, half - step * i) <= tail, 0, STEPS);
    }
}
