// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * How far a sample stays away from the bounds of its law, which is symmetric between them: the distance of the largest value from the
 * upper bound and of the smallest from the lower one, as shares of half the range.
 *
 * <p>No value among n comes within a share e of one bound with probability {@code (1 - tail(e))^n}, exactly; two sides double it.
 * So the gap is of the order of 1/n, and a limit that is too small is found sooner than by any test of the variance, whose error
 * falls as {@code 1 / sqrt(n)}: at n = 10^6 and 1e-3 a uniform law's limit too small by 1.5e-5 of it, where the standard deviation must be wrong by
 * 3.4e-3 ({@link BoundedVariance}). A limit that is too large is for a check of the bounds.
 */
public final class EdgeGap {
    private EdgeGap() {}

    /**
     * The larger of the two gaps; NaN if the sample contains one. It says nothing of values outside the bounds: their gap is
     * negative.
     *
     * @throws IllegalArgumentException if the sample is empty, or the range empty or not finite
     */
    public static double statistic(float[] sample, double lower, double upper) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("sample is empty, expected at least one value");
        }
        if (!(lower < upper) || Double.isInfinite(upper - lower)) {
            throw new IllegalArgumentException(
                    "bounds are " + lower + " and " + upper + ", expected a finite range with lower < upper");
        }
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float x : sample) {
            least = Math.min(least, x);
            most = Math.max(most, x);
        }
        return Math.max(least - lower, upper - most) / ((upper - lower) / 2);
    }

    /**
     * The value that the statistic exceeds with probability {@code alpha} at most.
     *
     * @param tail probability of a value within a share e of half the range from the upper bound, increasing, {@code e / 2} for a
     *     uniform law; that of the lower bound is the same
     * @param resolution the share by which rounding, or a grid whose highest point lies below the bound, can have moved a value inwards;
     *     0 for a continuous sample
     * @throws IllegalArgumentException if n is below 1, {@code alpha} is not between 0 and 1, or if n is so small that a sample
     *     which stays in the half of the range around the mean would pass
     */
    public static double critical(long n, DoubleUnaryOperator tail, double resolution, double alpha) {
        // The smallest q with (1 - q)^n <= alpha / 2.
        double q = -StrictMath.expm1(-Alpha.exponent(alpha) / Alpha.requireSize(n));
        double gap = tail.applyAsDouble(0.5) >= q
                ? Bisection.first(e -> tail.applyAsDouble(e) >= q, 0, 0.5) + resolution
                : Double.POSITIVE_INFINITY;
        if (!(gap < 0.5)) {
            throw Alpha.tooFew(n, "test of the gap at the bounds", alpha, "a limit half as large would pass");
        }
        return gap;
    }

    /**
     * The smallest share by which a limit can be too small and never pass: its values leave such a gap always. Faults of nearly
     * that size, {@code MISS / n} less in probability, pass once in a thousand samples already; the difference has no use.
     *
     * @throws IllegalArgumentException as {@link #critical}
     */
    public static double detectable(long n, DoubleUnaryOperator tail, double resolution, double alpha) {
        return critical(n, tail, resolution, alpha) + resolution;
    }
}
