// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/**
 * Test of the variance of a law with bounded support and known mean.
 *
 * <p>With {@code w = (x - mean)^2 / variance}, whose expected value is 1 and whose variance is {@code kurtosis - 1}, and
 * {@code |w - 1| <= m}, Bernstein's inequality says at every n
 *
 * <pre>P(|average(w) - 1| &gt; t) &lt;= 2 exp(-n t^2 / (2 (kurtosis - 1 + m t / 3)))</pre>
 *
 * <p>S. Boucheron, G. Lugosi, P. Massart (2013), "Concentration Inequalities", section 2.8, which proves it for one side; two sides double it.
 */
public final class BoundedVariance {
    private BoundedVariance() {}

    /** {@code sqrt(n / (kurtosis - 1)) |average(w) - 1|}; NaN if the sample contains one. */
    public static double z(Moments moments, double stddev, double kurtosis) {
        return Math.abs(moments.variance() / (stddev * stddev) - 1) * Math.sqrt(moments.n() / (kurtosis - 1));
    }

    /**
     * The value that {@link #z} exceeds with probability at most {@code alpha}.
     *
     * @param kurtosis fourth central moment over the squared variance
     * @param bound largest {@code |x - mean| / stddev} of the law
     * @throws IllegalArgumentException if n is below 1, {@code alpha} is not between 0 and 1, or if n is so small that a constant
     *     sample would pass
     */
    public static double critical(long n, double kurtosis, double bound, double alpha) {
        double t = deviation(Alpha.requireSize(n), kurtosis, bound, Alpha.exponent(alpha));
        if (t >= 1) {
            throw Alpha.tooFew(n, "test of the variance", alpha, "a constant sample would pass");
        }
        return t * Math.sqrt(n / (kurtosis - 1));
    }

    /**
     * The smallest relative error of the standard deviation that is found in 999 samples of 1,000, at least, of a law that is right but for
     * its scale, too large or too small: by the same bound on the other side. Infinite if n is so small that the bound leaves a scale that
     * is too large all to chance.
     *
     * @throws IllegalArgumentException as {@link #critical}
     */
    public static double detectable(long n, double kurtosis, double bound, double alpha) {
        double threshold = critical(n, kurtosis, bound, alpha) / Math.sqrt(n / (kurtosis - 1));
        double chance = deviation(n, kurtosis, bound, Power.EXPONENT);
        double tooSmall = 1 - Math.sqrt((1 - threshold) / (1 + chance));
        double tooLarge = chance < 1 ? Math.sqrt((1 + threshold) / (1 - chance)) - 1 : Double.POSITIVE_INFINITY;
        return Math.max(tooSmall, tooLarge);
    }

    /**
     * The t at which one side of the bound is {@code exp(-exponent)}: the positive root of {@code n t^2 - (2/3) m exponent t - 2
     * (kurtosis - 1) exponent}.
     */
    private static double deviation(long n, double kurtosis, double bound, double exponent) {
        double m = Math.max(1, bound * bound - 1);
        double linear = m * exponent / 3;
        return (linear + Math.sqrt(linear * linear + 2.0 * n * (kurtosis - 1) * exponent)) / n;
    }
}
