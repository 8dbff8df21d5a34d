// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/**
 * Exact test of a count that follows Poisson's law: of rare events whose number of occasions is not fixed. Its tails are summed
 * as those of {@link BinomialTest}.
 *
 * <p>Two numbers are only nearly of this law, by a difference that is small beside 1 and not beside a rate of 1e-9, and have tests
 * of their own: the values beyond a quantile among n, which is {@link BinomialTest}'s; and the collisions of n values on so
 * many cells, which is {@link EmptyUrns}'.
 */
public final class PoissonTest {
    private PoissonTest() {}

    /**
     * Two-sided p-value: twice the smaller of the two tails that include the count, at most 1. A count of 0 has p-value {@code 2
     * exp(-mean)}: below a mean of {@code ln(2 / alpha)} only too many events fail.
     *
     * @param mean expected count, above 0
     * @throws IllegalArgumentException if {@code count} is negative or {@code mean} not above 0 and finite
     */
    public static double pValue(long count, double mean) {
        return Math.min(1, 2 * Math.min(lowerTail(count, mean), upperTail(count, mean)));
    }

    /**
     * {@code P(X <= count)}, with a relative error of some 1e-12.
     *
     * @throws IllegalArgumentException if {@code count} is negative or {@code mean} not above 0 and finite
     */
    public static double lowerTail(long count, double mean) {
        require(count, mean);
        if (count > mean) {
            return 1 - upperTail(count + 1, mean);
        }
        double ratio = 1;
        double sum = 1;
        for (long k = count; k > 0 && ratio > sum * 1e-17; k--) {
            ratio *= k / mean;
            sum += ratio;
        }
        return Math.min(1, SaddlePoint.poisson(count, mean) * sum);
    }

    /**
     * {@code P(X >= count)}, with a relative error of some 1e-12.
     *
     * @throws IllegalArgumentException if {@code count} is negative or {@code mean} not above 0 and finite
     */
    public static double upperTail(long count, double mean) {
        require(count, mean);
        if (count <= mean) {
            return count == 0 ? 1 : 1 - lowerTail(count - 1, mean);
        }
        double ratio = 1;
        double sum = 1;
        for (long k = count + 1; ratio > sum * 1e-17; k++) {
            ratio *= mean / k;
            sum += ratio;
        }
        return Math.min(1, SaddlePoint.poisson(count, mean) * sum);
    }

    /**
     * The smallest mean above the right one with which 999 counts of 1,000 are found too high.
     *
     * @throws IllegalArgumentException if {@code mean} is not above 0 and finite or {@code alpha} not between 0 and 1
     */
    public static double detectableAbove(double mean, double alpha) {
        double exponent = Alpha.exponent(alpha);
        // Bernstein's inequality for Poisson's law: P(X >= mean + t) <= exp(-t^2 / (2 (mean + t / 3))).
        long enough = (long) Math.ceil(mean + exponent + Math.sqrt(exponent * exponent + 2 * exponent * mean)) + 1;
        long first = Bisection.firstCount(k -> 2 * upperTail(k, mean) < alpha, 0, enough);
        // Below the mean it is P(X <= x) <= exp(-(mean - x)^2 / (2 mean)), here at most exp(-EXPONENT).
        double most = first + 2 * Power.EXPONENT + Math.sqrt(2 * Power.EXPONENT * first);
        return Bisection.first(m -> lowerTail(first - 1, m) <= Power.MISS, mean, most);
    }

    /**
     * The largest mean below the right one with which 999 counts of 1,000 are found too low; 0 if no count is too low.
     *
     * @throws IllegalArgumentException if {@code mean} is not above 0 and finite or {@code alpha} not between 0 and 1
     */
    public static double detectableBelow(double mean, double alpha) {
        Alpha.require(alpha);
        long first = Bisection.firstCount(k -> 2 * lowerTail(k, mean) >= alpha, 0, (long) mean);
        if (first == 0) {
            return 0;
        }
        return Bisection.first(m -> upperTail(first, m) > Power.MISS, Double.MIN_NORMAL, mean);
    }

    private static void require(long count, double mean) {
        if (count < 0) {
            throw new IllegalArgumentException("count is " + count + ", expected 0 or more");
        }
        if (!(mean > 0 && mean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("mean is " + mean + ", expected a positive number");
        }
    }
}
