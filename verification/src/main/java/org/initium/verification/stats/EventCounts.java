// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/**
 * Counts of events of one known probability among n independent occasions, several counts at once: {@code P(|count - n p| > c) <= 2
 * exp(-2 c^2 / n)} at every n, W. Hoeffding (1963), "Probability Inequalities for Sums of Bounded Random Variables", Journal of the
 * American Statistical Association 58(301), theorem 1. The counts need not be independent of each other.
 */
public final class EventCounts {
    private EventCounts() {}

    /** The largest {@code |count - n p|}. */
    public static double statistic(long[] counts, long n, double p) {
        double worst = 0;
        for (long count : counts) {
            worst = Math.max(worst, Math.abs(count - n * p));
        }
        return worst;
    }

    /**
     * The value that the largest of so many such distances exceeds with probability at most {@code alpha}: {@code sqrt(n ln(2
     * counts / alpha) / 2)}.
     *
     * @param p probability of an event, 0 to 1
     * @throws IllegalArgumentException if n is below 1, {@code alpha} is not between 0 and 1, or if n is so small that every count
     *     would pass
     */
    public static double critical(long n, double p, int counts, double alpha) {
        double critical = Math.sqrt(Alpha.requireSize(n) * Alpha.exponent(Alpha.require(alpha) / counts) / 2);
        if (critical >= n * farthest(p)) {
            throw Alpha.tooFew(n, "test of counts", alpha, "every count would pass");
        }
        return critical;
    }

    /**
     * The smallest distance of an event's probability from p that is found in 999 samples of 1,000, at least: the bound on the other side
     * leaves {@code sqrt(n ln(1000) / 2)} counts to chance. Infinite if no probability is so far away.
     *
     * @throws IllegalArgumentException as {@link #critical}
     */
    public static double detectable(long n, double p, int counts, double alpha) {
        double count = critical(n, p, counts, alpha) + Math.sqrt(n * Power.EXPONENT / 2);
        return Power.possible(count / n, farthest(p));
    }

    private static double farthest(double p) {
        return Math.max(p, 1 - p);
    }
}
