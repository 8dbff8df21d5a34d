// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/**
 * Test of the mean of a law whose moment generating function is at most the normal's of the same variance, a strictly
 * sub-Gaussian law.
 *
 * <p>For such a law {@code P(|z| > c) <= 2 exp(-c^2 / 2)} at every n, by Chernoff's bound: S. Boucheron, G. Lugosi,
 * P. Massart (2013), "Concentration Inequalities", section 2.3. The normal is one; so is the uniform, whose series is below
 * the normal's term by term because {@code (2k+1)! >= 6^k k!}; so is the normal truncated symmetrically: M. Barreto,
 * O. Marchal, J. Arbel (2024), "Optimal sub-Gaussian variance proxy for truncated Gaussian and exponential random
 * variables", arXiv:2403.08628. Against the normal's own quantile the bound costs 7 % of the threshold at 1e-9.
 */
public final class SubGaussianMean {
    private SubGaussianMean() {}

    /** {@code sqrt(n) |average(x - mean)| / stddev}; NaN if the sample contains one. */
    public static double z(Moments moments, double stddev) {
        return Math.abs(moments.deviation()) / stddev * Math.sqrt(moments.n());
    }

    /**
     * The value that {@link #z} exceeds with probability at most {@code alpha}: {@code sqrt(2 ln(2 / alpha))}.
     *
     * @throws IllegalArgumentException if n is below 1, {@code alpha} is not between 0 and 1, or if n is so small that a shift by a
     *     whole standard deviation would pass
     */
    public static double critical(long n, double alpha) {
        double critical = Math.sqrt(2 * Alpha.exponent(alpha));
        if (critical >= Math.sqrt(Alpha.requireSize(n))) {
            throw Alpha.tooFew(n, "test of the mean", alpha, "a shift by one standard deviation would pass");
        }
        return critical;
    }

    /**
     * The smallest error of the mean, in standard deviations, that is found in 999 samples of 1,000 of a law that is right but for its
     * place: {@code (sqrt(2 ln(2 / alpha)) + sqrt(2 ln(1000))) / sqrt(n)}, by the same bound on the other side.
     *
     * @throws IllegalArgumentException as {@link #critical}
     */
    public static double detectable(long n, double alpha) {
        return (critical(n, alpha) + Math.sqrt(2 * Power.EXPONENT)) / Math.sqrt(n);
    }
}
