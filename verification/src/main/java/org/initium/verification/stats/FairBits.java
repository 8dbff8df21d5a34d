// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/**
 * Counts of fair bits: {@code P(|count - n/2| > c) <= 2 exp(-2 c^2 / n)} at every n, W. Hoeffding (1963), "Probability
 * Inequalities for Sums of Bounded Random Variables", Journal of the American Statistical Association 58(301), theorem 1.
 */
public final class FairBits {
    private FairBits() {}

    /** The largest {@code |count - n/2|}. */
    public static double statistic(long[] counts, long n) {
        double worst = 0;
        for (long count : counts) {
            worst = Math.max(worst, Math.abs(count - n / 2.0));
        }
        return worst;
    }

    /**
     * The value that the largest of {@code bits} such distances exceeds with probability at most {@code alpha}: {@code
     * sqrt(n ln(2 bits / alpha) / 2)}.
     *
     * @throws IllegalArgumentException if {@code alpha} is not between 0 and 1, or if n is so small that n equal bits would
     *     pass
     */
    public static double critical(long n, int bits, double alpha) {
        double critical = Math.sqrt(n * Alpha.exponent(Alpha.require(alpha) / bits) / 2);
        if (critical >= n / 2.0) {
            throw Alpha.tooFew(n, "test of fair bits", alpha, "equal bits throughout would pass");
        }
        return critical;
    }

    /**
     * The smallest distance of a bit's probability from 1/2 that is found in 999 samples of 1,000, at least: the bound on the other side leaves
     * {@code sqrt(n ln(1000) / 2)} counts to chance.
     *
     * @throws IllegalArgumentException as {@link #critical}
     */
    public static double detectable(long n, int bits, double alpha) {
        return (critical(n, bits, alpha) + Math.sqrt(n * Power.EXPONENT / 2)) / n;
    }
}
