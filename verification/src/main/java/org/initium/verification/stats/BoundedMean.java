// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/**
 * Test of the mean of a law of known variance with bounded support: S. Bernstein's inequality, which says at every n
 *
 * <pre>P(|average(x) - mean| &gt; t) &lt;= 2 exp(-n t^2 / (2 (variance + m t / 3)))</pre>
 *
 * <p>where {@code |x - mean| <= m}: S. Boucheron, G. Lugosi, P. Massart (2013), "Concentration Inequalities", section 2.8. A law whose
 * variance is smaller than what is stated keeps the bound.
 */
public final class BoundedMean {
    private BoundedMean() {}

    /**
     * The value that {@code |average(x) - mean|} exceeds with probability at most {@code alpha}.
     *
     * @param variance of one value, or a bound of it
     * @param bound largest {@code |x - mean|}
     * @throws IllegalArgumentException if n is below 1, {@code alpha} is not between 0 and 1, or if n is so small that values on a
     *     bound throughout would pass
     */
    public static double critical(long n, double variance, double bound, double alpha) {
        double t = deviation(Alpha.requireSize(n), variance, bound, Alpha.exponent(alpha));
        if (t >= bound) {
            throw Alpha.tooFew(n, "test of a mean", alpha, "values on the bound throughout would pass");
        }
        return t;
    }

    /**
     * The smallest error of the mean that is found in 999 samples of 1,000, at least, of a law that is right but for its place: by the
     * same bound on the other side. Infinite if it is more than {@code bound}.
     *
     * @throws IllegalArgumentException as {@link #critical}
     */
    public static double detectable(long n, double variance, double bound, double alpha) {
        double t = critical(n, variance, bound, alpha);
        return Power.possible(t + deviation(n, variance, bound, Power.EXPONENT), bound);
    }

    /** The t at which one side of the bound is {@code exp(-exponent)}: the root of {@code n t^2 - (2/3) m exponent t - 2 variance exponent}. */
    private static double deviation(long n, double variance, double bound, double exponent) {
        double linear = bound * exponent / 3;
        return (linear + Math.sqrt(linear * linear + 2.0 * n * variance * exponent)) / n;
    }
}
